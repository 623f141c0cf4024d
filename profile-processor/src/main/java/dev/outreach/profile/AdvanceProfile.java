package dev.outreach.profile;

import dev.outreach.profile.avro.Outputs;
import dev.outreach.profile.avro.StoredProfiles;
import dev.outreach.profile.domain.Input;
import dev.outreach.profile.domain.Known;
import dev.outreach.profile.domain.Lifecycle;
import dev.outreach.profile.domain.Policy;
import dev.outreach.profile.domain.Profile;
import dev.outreach.profile.domain.Transition;
import dev.outreach.schemas.StoredProfile;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Takes one profile one step further. Everything is worked out before anything is stored or
 * forwarded, so that a record that fails leaves no half of its effect behind; where the storing or
 * forwarding itself fails, {@link UndoUnlessRegistryAnswers} has the transaction undone.
 */
final class AdvanceProfile extends ContextualProcessor<String, Input, String, SpecificRecord> {

  private final Policy setUp;
  private final EarlyCommit early;
  private @Nullable TaskStores stores;

  AdvanceProfile(Policy setUp, EarlyCommit early) {
    this.setUp = setUp;
    this.early = early;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    super.init(context);
    stores = TaskStores.of(context, setUp);
    context.schedule(EarlyCommit.APART, PunctuationType.WALL_CLOCK_TIME, this::endWhatIsOwed);
  }

  @Override
  public void process(Record<String, Input> message) {
    Input input = message.value();
    Policy policy = stores().policy().now();
    StoredProfile kept = stores().profiles().get(message.key());
    Profile before = kept == null ? Profile.UNKNOWN : StoredProfiles.read(kept);
    Transition transition = Lifecycle.advance(before, input, policy);
    Outputs outputs = Outputs.of(transition, input, policy);
    if (!transition.changes().isEmpty()) {
      store(transition.after(), input.envelope().correlationId(), policy);
    } else if (kept != null && !transition.after().equals(before)) {
      stores().profiles().put(message.key(), StoredProfiles.answered(kept, transition.after()));
    }
    forward(outputs, message);
    if (early.isDue(message.timestamp(), context().currentSystemTimeMs())) {
      context().commit();
    }
  }

  private void endWhatIsOwed(long now) {
    if (early.isOwed(now)) {
      context().commit();
    }
  }

  private void store(Profile profile, String correlationId, Policy policy) {
    if (profile.state() instanceof Known known) {
      stores()
          .profiles()
          .put(known.profileId(), StoredProfiles.write(known, profile, correlationId, policy));
    }
  }

  private void forward(Outputs outputs, Record<String, Input> message) {
    outputs.events().forEach(event -> forward(message.key(), event, ProfileTopology.EVENTS));
    outputs.draftTasks().forEach(task -> forward(message.key(), task, ProfileTopology.DRAFT_TASKS));
    outputs.sendTasks().forEach(task -> forward(message.key(), task, ProfileTopology.SEND_TASKS));
    outputs
        .finding()
        .ifPresent(found -> forward(message.key(), found, ProfileTopology.DISCOVERY_RESULTS));
    outputs
        .refusedPeople()
        .forEach(
            refused ->
                forward(
                    refused.getProfileId() + "/" + refused.getOrigin(),
                    refused,
                    ProfileTopology.REFUSED_PEOPLE));
    outputs
        .result()
        .ifPresent(
            result -> forward(result.getCommandId(), result, ProfileTopology.COMMAND_RESULTS));
  }

  private void forward(String key, SpecificRecord value, String sink) {
    context().forward(new Record<>(key, value, context().currentSystemTimeMs()), sink);
  }

  private TaskStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not initialised");
    }
    return stores;
  }
}
