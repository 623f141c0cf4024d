package dev.outreach.profile;

import dev.outreach.profile.domain.Policy;
import dev.outreach.schemas.StoredProfile;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What a task keeps.
 *
 * @param policy the rules it goes by
 * @param profiles the people of its partition, by their profileId
 */
record TaskStores(PolicyStore policy, KeyValueStore<String, StoredProfile> profiles) {

  /**
   * The stores of the task.
   *
   * @param setUp the rules that hold until the operator changes them
   */
  static TaskStores of(ProcessorContext<?, ?> context, Policy setUp) {
    return new TaskStores(
        new PolicyStore(setUp, context), context.getStateStore(ProfileTopology.STORE));
  }
}
