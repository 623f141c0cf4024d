package dev.outreach.profile;

import dev.outreach.profile.avro.Inputs;
import dev.outreach.profile.domain.Input;
import dev.outreach.profile.domain.Policy;
import dev.outreach.schemas.OutreachStatus;
import dev.outreach.schemas.PolicyChanged;
import dev.outreach.schemas.StoredPolicy;
import dev.outreach.schemas.StoredProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what the operator changes. From that record on the task decides by the new rules; the
 * people it knows already are told of them stretch by stretch between its other records, so that
 * nobody waits for a million of them. How far it is stands in the store: a task that dies goes on
 * from there.
 */
final class ChangePolicy extends ContextualProcessor<String, PolicyChanged, String, Input> {

  private static final Logger log = LoggerFactory.getLogger(ChangePolicy.class);

  /**
   * So many people of a task in each pause: a thread with twelve tasks has most of its time left.
   */
  private static final int STRETCH = 50;

  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final Comparator<PolicyChanged> NEWEST =
      Comparator.comparing(PolicyChanged::getOccurredAt).thenComparing(PolicyChanged::getId);

  private final Policy setUp;
  private @Nullable TaskStores stores;

  ChangePolicy(Policy setUp) {
    this.setUp = setUp;
  }

  @Override
  public void init(ProcessorContext<String, Input> context) {
    super.init(context);
    stores = TaskStores.of(context, setUp);
    context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, _ -> goOn());
  }

  @Override
  public void process(Record<String, PolicyChanged> message) {
    PolicyStore policy = stores().policy();
    PolicyChanged change = message.value();
    Optional<PolicyChanged> last = policy.changed().map(StoredPolicy::getChange);
    if (last.isEmpty() || NEWEST.compare(change, last.get()) > 0) {
      policy.keep(new StoredPolicy(change, null, false));
      log.info(
          "Task {}: {} follow-ups are allowed from now on",
          context().taskId(),
          change.getFollowUps());
    }
  }

  private void goOn() {
    stores().policy().changed().filter(stored -> !stored.getApplied()).ifPresent(this::goOn);
  }

  private void goOn(StoredPolicy stored) {
    List<KeyValue<String, StoredProfile>> stretch = after(stored.getAppliedTo());
    stretch.stream()
        .filter(person -> mayChange(person.value))
        .forEach(person -> tell(person, stored.getChange()));
    boolean isOver = stretch.size() < STRETCH;
    @Nullable String last = stretch.isEmpty() ? null : stretch.getLast().key;
    stores().policy().keep(new StoredPolicy(stored.getChange(), last, isOver));
    if (isOver) {
      log.info(
          "Task {}: all its people know that {} follow-ups are allowed",
          context().taskId(),
          stored.getChange().getFollowUps());
    }
  }

  /** The next people in the order of the store. */
  private List<KeyValue<String, StoredProfile>> after(Optional<String> last) {
    List<KeyValue<String, StoredProfile>> people = new ArrayList<>();
    try (KeyValueIterator<String, StoredProfile> all =
        stores().profiles().range(last.orElse(null), null)) {
      while (all.hasNext() && people.size() < STRETCH) {
        KeyValue<String, StoredProfile> person = all.next();
        if (last.isEmpty() || !last.get().equals(person.key)) {
          people.add(person);
        }
      }
    }
    return people;
  }

  /** Most people are never written to; the rules would find that out more slowly. */
  private static boolean mayChange(StoredProfile person) {
    OutreachStatus status = person.getSummary().getOutreachStatus();
    return status == OutreachStatus.SENT || status == OutreachStatus.EXHAUSTED;
  }

  /**
   * Nobody waits for this record as for one just written, so it is as old as the change; but never
   * ahead of our clock, because brokers refuse what is.
   */
  private void tell(KeyValue<String, StoredProfile> person, PolicyChanged change) {
    long since =
        Math.clamp(change.getOccurredAt().toEpochMilli(), 0, context().currentSystemTimeMs());
    context().forward(new Record<>(person.key, Inputs.policyChanged(change, person.value), since));
  }

  private TaskStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not initialised");
    }
    return stores;
  }
}
