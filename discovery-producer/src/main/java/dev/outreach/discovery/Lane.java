package dev.outreach.discovery;

import dev.outreach.discovery.records.JobHead;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one partition, one job at a time. Not thread-safe.
 *
 * <p>It begins with what the offset's metadata says of a job that was in hand before.
 */
final class Lane {

  private static final int REMEMBERED_JOBS = 1_000;
  private static final int MOST_SET_ASIDE = 8;

  private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
  private final Map<String, Boolean> over = new LinkedHashMap<>();

  /** Jobs that let others pass, so that they need not read their page again; a few at most. */
  private final Map<Parked.Owner, InHand> aside = new LinkedHashMap<>();

  private final long resumeAt;
  private final Optional<JobState> resumeWith;
  private @Nullable InHand inHand;
  private Instant notBefore = Instant.MIN;
  private boolean resting;

  /** A job and how it is told. */
  record InHand(JobHead head, Job job) {}

  Lane(@Nullable OffsetAndMetadata committed) {
    this.resumeAt = committed == null ? -1 : committed.offset();
    this.resumeWith =
        committed == null ? Optional.empty() : JobStateFormat.read(committed.metadata());
  }

  void add(List<ConsumerRecord<byte[], byte[]>> records) {
    waiting.addAll(records);
  }

  /** The request in hand or next in turn. */
  Optional<ConsumerRecord<byte[], byte[]>> request() {
    return Optional.ofNullable(waiting.peek());
  }

  boolean isReady(Instant now) {
    return !waiting.isEmpty() && !now.isBefore(notBefore);
  }

  Optional<Instant> nextWork() {
    return waiting.isEmpty() || resting ? Optional.empty() : Optional.of(notBefore);
  }

  Optional<InHand> inHand() {
    return Optional.ofNullable(inHand);
  }

  /** The state to begin a request's job with. */
  JobState stateFor(ConsumerRecord<byte[], byte[]> request) {
    Optional<JobState> inHandBefore = request.offset() == resumeAt ? resumeWith : Optional.empty();
    return inHandBefore.or(() -> Parked.stateOf(request)).orElseGet(JobState::beginning);
  }

  void take(InHand job) {
    inHand = job;
  }

  void waitUntil(Instant instant) {
    notBefore = instant;
    resting = false;
  }

  /** The job in hand rests and nobody behind it could go on. */
  void rest() {
    resting = true;
  }

  boolean isResting() {
    return resting;
  }

  /** The requests behind the one in hand. */
  Stream<ConsumerRecord<byte[], byte[]>> behind() {
    return waiting.stream().skip(1);
  }

  /** The request is stored at the end of the line. */
  void setAside(InHand job) {
    aside.put(owner(job.head()), job);
    if (aside.size() > MOST_SET_ASIDE) {
      aside.remove(aside.keySet().iterator().next());
    }
    done();
  }

  /** The job of a parked request as it was set aside; empty where that is not known any more. */
  Optional<InHand> recall(JobHead head) {
    return Optional.ofNullable(aside.remove(owner(head)));
  }

  private static Parked.Owner owner(JobHead head) {
    return new Parked.Owner(head.workspaceId(), head.jobId());
  }

  /** The request is stored as done. */
  void done() {
    if (inHand != null) {
      remember(inHand.head().jobId());
    }
    waiting.poll();
    inHand = null;
    notBefore = Instant.MIN;
    resting = false;
  }

  /** Whether this job was over a while ago: the same id twice is the same job. */
  boolean isOver(String jobId) {
    return over.containsKey(jobId);
  }

  private void remember(String jobId) {
    over.put(jobId, true);
    if (over.size() > REMEMBERED_JOBS) {
      over.remove(over.keySet().iterator().next());
    }
  }
}
