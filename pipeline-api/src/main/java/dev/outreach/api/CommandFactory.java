package dev.outreach.api;

import dev.outreach.schemas.Actor;
import dev.outreach.schemas.ActorKind;
import dev.outreach.schemas.JobCommand;
import dev.outreach.schemas.PolicyChanged;
import dev.outreach.schemas.ProfileCommand;
import dev.outreach.schemas.identity.DerivedId;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/** Puts what is wanted into the envelope of a command. Thread-safe. */
final class CommandFactory {

  /** There is one token, so there is one name. */
  static final String ADMINISTRATOR = "administrator";

  private final Clock clock;
  private final Supplier<UUID> ids;

  CommandFactory(Clock clock, Supplier<UUID> ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** The envelopes of one request; they share the correlation id. */
  Batch batch(Context context, String workspace) {
    return new Batch(workspace, Exchange.idempotencyKey(context), ids.get().toString());
  }

  /** A change of the rules that holds from this moment on. */
  PolicyChanged policyChange(Instant since, int followUps) {
    return new PolicyChanged(
        ids.get().toString(),
        since,
        ids.get().toString(),
        new Actor(ActorKind.PERSON, ADMINISTRATOR),
        followUps);
  }

  /** Makes the commands of one request. */
  final class Batch {

    private final String workspace;
    private final Optional<String> key;
    private final String correlationId;

    private Batch(String workspace, Optional<String> key, String correlationId) {
      this.workspace = workspace;
      this.key = key;
      this.correlationId = correlationId;
    }

    String workspace() {
      return workspace;
    }

    /** Whether the caller may send the same again and mean the same. */
    boolean isKeyed() {
      return key.isPresent();
    }

    String correlationId() {
      return correlationId;
    }

    /**
     * An id that is the same for the same idempotency key, or a new one.
     *
     * @param what the kind of thing, with all that makes it another one
     */
    String idFor(String what, String whom) {
      return key.map(given -> DerivedId.of("request", workspace, given, what, whom))
          .orElseGet(() -> ids.get().toString());
    }

    /** Avro shows the fields in the order of the schema. */
    private static String named(SpecificRecord wanted) {
      return wanted.getSchema().getName() + wanted;
    }

    JobCommand jobCommand(String jobId, SpecificRecord wanted) {
      return JobCommand.newBuilder()
          .setId(idFor(named(wanted), jobId))
          .setWorkspaceId(workspace)
          .setJobId(jobId)
          .setOccurredAt(clock.instant())
          .setCorrelationId(correlationId)
          .setActor(new Actor(ActorKind.PERSON, ADMINISTRATOR))
          .setCommand(wanted)
          .build();
    }

    ProfileCommand command(UUID profileId, SpecificRecord wanted) {
      return ProfileCommand.newBuilder()
          .setId(idFor(named(wanted), profileId.toString()))
          .setWorkspaceId(workspace)
          .setProfileId(profileId.toString())
          .setOccurredAt(clock.instant())
          .setCorrelationId(correlationId)
          .setActor(new Actor(ActorKind.PERSON, ADMINISTRATOR))
          .setCommand(wanted)
          .build();
    }
  }
}
