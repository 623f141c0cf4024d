package dev.outreach.discovery;

import dev.outreach.discovery.domain.JobOrder;
import dev.outreach.discovery.domain.Notices;
import dev.outreach.discovery.records.JobHead;
import dev.outreach.runtime.DeadLetters;
import dev.outreach.runtime.Decoded;
import dev.outreach.schemas.DiscoveryRequested;
import dev.outreach.schemas.JobFailed;
import dev.outreach.schemas.serdes.RegistryFailure;
import dev.outreach.schemas.topics.RequestSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole flow: poll, take one step of each partition's job, store it, poll again. A partition
 * with requests in hand is paused meanwhile, so that a job may take hours without the group taking
 * it away. Ends by an exception, after which a new session goes on from what is stored. Used by one
 * thread.
 */
final class Session {

  private static final Logger log = LoggerFactory.getLogger(Session.class);
  private static final Duration LONG_TURN = Duration.ofSeconds(30);
  private static final Duration LONGEST_POLL = Duration.ofMillis(500);

  private final Consumer<byte[], byte[]> consumer;
  private final Outbox outbox;
  private final Requests requests;
  private final Notices notices;
  private final Clock clock;
  private final Map<TopicPartition, Lane> lanes = new LinkedHashMap<>();

  Session(Consumer<byte[], byte[]> consumer, Parts parts) {
    this.consumer = consumer;
    this.outbox = parts.outbox();
    this.requests = parts.requests();
    this.notices = parts.notices();
    this.clock = parts.clock();
  }

  /** What a session works with. */
  record Parts(Outbox outbox, Requests requests, Notices notices, Clock clock) {}

  void subscribe(String topic) {
    consumer.subscribe(List.of(topic), new Assignment());
  }

  /**
   * Polls once and makes at most one step in each partition. Where the steps take long, the other
   * partitions come first in the next turn.
   */
  void turn() {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(pollTime());
    for (TopicPartition partition : records.partitions()) {
      lane(partition).add(records.records(partition));
      consumer.pause(Set.of(partition));
    }
    notices.refresh();
    Instant now = clock.instant();
    for (TopicPartition partition : List.copyOf(lanes.keySet())) {
      if (clock.instant().isAfter(now.plus(LONG_TURN))) {
        return;
      }
      Lane lane = putLast(partition);
      if (lane.isReady(now) || isCalled(lane)) {
        lane.request().ifPresent(request -> step(lane, request));
        if (lane.request().isEmpty() || lane.isResting()) {
          consumer.resume(Set.of(partition));
        }
      }
    }
  }

  private Lane putLast(TopicPartition partition) {
    Lane lane = Objects.requireNonNull(lanes.remove(partition), "only its keys are asked for");
    lanes.put(partition, lane);
    return lane;
  }

  private boolean isCalled(Lane lane) {
    return lane.inHand()
        .map(inHand -> inHand.job().state().heeds(order(inHand.head())))
        .orElse(false);
  }

  private JobOrder order(JobHead head) {
    return notices.orders().of(head.workspaceId(), head.jobId());
  }

  boolean hasPartitions() {
    return !lanes.isEmpty();
  }

  private Duration pollTime() {
    Instant now = clock.instant();
    return lanes.values().stream()
        .flatMap(lane -> lane.nextWork().stream())
        .map(next -> next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO)
        .filter(time -> time.compareTo(LONGEST_POLL) < 0)
        .min(Duration::compareTo)
        .orElse(LONGEST_POLL);
  }

  private void step(Lane lane, ConsumerRecord<byte[], byte[]> request) {
    Optional<Lane.InHand> inHand = lane.inHand();
    if (inHand.isPresent()) {
      goOn(lane, request, inHand.get());
      return;
    }
    switch (requests.read(request)) {
      case Decoded.Unreadable<DiscoveryRequested>(var reason, var cause) -> {
        if (RegistryFailure.isBehind(cause)) {
          // The request may be in order: it is read again by the next session.
          throw new KafkaException("the schema registry does not answer", cause);
        }
        log.warn("request at {}-{} is unreadable", request.partition(), request.offset());
        outbox.letter(request, reason, cause, List.of());
        lane.done();
      }
      case Decoded.Read<DiscoveryRequested>(var asked) -> begin(lane, request, asked);
    }
  }

  private void begin(Lane lane, ConsumerRecord<byte[], byte[]> request, DiscoveryRequested asked) {
    if (lane.isOver(asked.getJobId()) && Parked.ownerOf(request).isEmpty()) {
      outbox.skip(request);
      lane.done();
      return;
    }
    JobHead head = Requests.head(asked, RequestSource.of(request.headers()));
    switch (requests.judge(request, asked)) {
      case Requests.Verdict.Refused(var refusal) -> {
        JobState told = lane.stateFor(request).told(1);
        var failed = new JobFailed(refusal.code(), refusal.reason());
        store(lane, request, head, JobStep.last(failed, told));
      }
      case Requests.Verdict.Accepted(var accepted, var discovery) -> {
        Lane.InHand taken =
            setAside(lane, request, head)
                .orElseGet(
                    () -> {
                      JobParts parts = new JobParts(accepted, discovery, notices.door());
                      return new Lane.InHand(head, new Job(parts, clock, lane.stateFor(request)));
                    });
        lane.take(taken);
        goOn(lane, request, taken);
      }
    }
  }

  private static Optional<Lane.InHand> setAside(
      Lane lane, ConsumerRecord<byte[], byte[]> request, JobHead head) {
    return Parked.ownerOf(request).flatMap(_ -> lane.recall(head));
  }

  private void goOn(Lane lane, ConsumerRecord<byte[], byte[]> request, Lane.InHand inHand) {
    JobOrder order = order(inHand.head());
    if (inHand.job().rests(order)) {
      rest(lane, request, inHand);
      return;
    }
    JobStep step;
    try {
      step = inHand.job().next(order);
    } catch (KafkaException infrastructure) {
      throw infrastructure;
    } catch (RuntimeException defect) {
      giveUp(lane, request, inHand, defect);
      return;
    }
    store(lane, request, inHand.head(), step);
  }

  /** A paused job, or one the platform makes wait, goes behind those that could go on. */
  private void rest(Lane lane, ConsumerRecord<byte[], byte[]> request, Lane.InHand inHand) {
    Instant now = clock.instant();
    if (lane.behind().anyMatch(other -> couldGoOn(other, now))) {
      outbox.park(request, inHand.head(), inHand.job().state());
      lane.setAside(inHand);
    } else {
      lane.rest();
    }
  }

  private boolean couldGoOn(ConsumerRecord<byte[], byte[]> request, Instant now) {
    return Parked.ownerOf(request)
        .map(owner -> notices.orders().of(owner.workspaceId(), owner.jobId()))
        .flatMap(order -> Parked.stateOf(request).map(state -> !state.rests(order, now)))
        .orElse(true);
  }

  private void store(
      Lane lane, ConsumerRecord<byte[], byte[]> request, JobHead head, JobStep step) {
    if (!outbox.store(request, head, step)) {
      var failed = new JobFailed("CURSOR_TOO_LONG", "the platform's cursor cannot be kept");
      outbox.store(request, head, step.endedBy(failed));
      lane.done();
    } else if (step.next().isPresent()) {
      lane.waitUntil(step.next().get());
    } else {
      lane.done();
    }
  }

  /** A defect of ours ends this job, with the request kept for whoever mends it. */
  private void giveUp(
      Lane lane, ConsumerRecord<byte[], byte[]> request, Lane.InHand inHand, RuntimeException why) {
    log.error("job {} ends by a defect", inHand.head().jobId(), why);
    var failed = new JobFailed("INTERNAL_ERROR", "a defect of ours, kept in the dead-letter topic");
    JobStep last = JobStep.last(failed, inHand.job().state().told(1));
    outbox.letter(
        request, DeadLetters.Reason.PROCESSING_FAILED, why, outbox.progress(inHand.head(), last));
    lane.done();
  }

  private Lane lane(TopicPartition partition) {
    return lanes.computeIfAbsent(partition, _ -> new Lane(null));
  }

  private final class Assignment implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      consumer
          .committed(Set.copyOf(partitions))
          .forEach((partition, committed) -> lanes.put(partition, new Lane(committed)));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      partitions.forEach(lanes::remove);
    }
  }
}
