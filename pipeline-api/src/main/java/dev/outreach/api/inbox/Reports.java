package dev.outreach.api.inbox;

import dev.outreach.api.domain.Inbound;
import dev.outreach.schemas.Actor;
import dev.outreach.schemas.ActorKind;
import dev.outreach.schemas.InboundKind;
import dev.outreach.schemas.ProfileCommand;
import dev.outreach.schemas.ReceiptKind;
import dev.outreach.schemas.RecordReceipt;
import dev.outreach.schemas.RecordReply;
import dev.outreach.schemas.Suppress;
import dev.outreach.schemas.identity.DerivedId;
import java.time.Clock;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** Makes the command that reports an arrival to the person's history. */
final class Reports {

  private final Clock clock;

  Reports(Clock clock) {
    this.clock = clock;
  }

  /** The command's id is the arrival's, so that the same arrival is one command. */
  ProfileCommand of(Arrival arrival, UUID profileId) {
    return command(arrival, profileId, arrival.id().toString(), payload(arrival));
  }

  /** The same person opted out under another profile. */
  ProfileCommand suppression(Arrival arrival, UUID profileId) {
    String id = DerivedId.of("opted-out-elsewhere", arrival.id().toString(), profileId.toString());
    return command(
        arrival,
        profileId,
        id,
        new Suppress("asked not to be contacted, on " + arrival.origin().platform()));
  }

  private ProfileCommand command(
      Arrival arrival, UUID profileId, String id, SpecificRecord payload) {
    Arrival.Origin origin = arrival.origin();
    return ProfileCommand.newBuilder()
        .setId(id)
        .setWorkspaceId(origin.workspace())
        .setProfileId(profileId.toString())
        .setOccurredAt(clock.instant())
        .setCorrelationId(arrival.id().toString())
        .setActor(new Actor(ActorKind.PLATFORM, origin.platform()))
        .setCommand(payload)
        .build();
  }

  private static SpecificRecord payload(Arrival arrival) {
    return switch (arrival.kind()) {
      case MESSAGE -> reply(arrival, kindOf(Inbound.ofPerson(arrival.text())));
      case ECHO -> reply(arrival, InboundKind.ECHO);
      case DELIVERED -> receipt(arrival, ReceiptKind.DELIVERED);
      case READ -> receipt(arrival, ReceiptKind.READ);
    };
  }

  private static RecordReply reply(Arrival arrival, InboundKind kind) {
    return RecordReply.newBuilder()
        .setKind(kind)
        .setText(arrival.text().orElse(null))
        .setPlatformMessageId(arrival.messageIds().getFirst())
        .setThreadId(arrival.origin().threadId().orElse(null))
        .setAddress(arrival.origin().address())
        .setReceivedAt(arrival.at())
        .setWindowOpenUntil(arrival.windowOpenUntil().orElse(null))
        .build();
  }

  private static RecordReceipt receipt(Arrival arrival, ReceiptKind kind) {
    return new RecordReceipt(
        kind, arrival.messageIds(), arrival.upTo().orElse(arrival.at()), arrival.at());
  }

  private static InboundKind kindOf(Inbound inbound) {
    return switch (inbound) {
      case REPLY -> InboundKind.REPLY;
      case AUTOMATIC -> InboundKind.AUTOMATIC;
      case ECHO -> InboundKind.ECHO;
      case OPT_OUT -> InboundKind.OPT_OUT;
    };
  }
}
