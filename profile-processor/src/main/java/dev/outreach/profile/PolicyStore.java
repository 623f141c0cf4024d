package dev.outreach.profile;

import dev.outreach.profile.domain.Policy;
import dev.outreach.schemas.StoredPolicy;
import dev.outreach.schemas.topics.Topics;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The rules a task goes by: what the operator changed last, or what the app was set up with. Kept
 * in the task's own store, so that they change with its records and are the same after a restart.
 */
final class PolicyStore {

  /** Its changelog is {@code <application id>-policy-changelog}. */
  static final String NAME = "policy";

  private final Policy setUp;
  private final KeyValueStore<String, StoredPolicy> store;

  PolicyStore(Policy setUp, ProcessorContext<?, ?> context) {
    this.setUp = setUp;
    this.store = context.getStateStore(NAME);
  }

  /** What holds now. */
  Policy now() {
    return changed().map(stored -> setUp.allowing(stored.getChange().getFollowUps())).orElse(setUp);
  }

  /** The last change and how far it is applied; empty before the first one. */
  Optional<StoredPolicy> changed() {
    return Optional.ofNullable(store.get(Topics.POLICY));
  }

  void keep(StoredPolicy policy) {
    store.put(Topics.POLICY, policy);
  }
}
