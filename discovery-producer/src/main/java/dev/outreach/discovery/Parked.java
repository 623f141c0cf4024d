package dev.outreach.discovery;

import dev.outreach.discovery.records.JobHead;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A job that rests and went to the end of its line: its request once more, with headers that say
 * how far the job is.
 */
final class Parked {

  private static final String STATE = "outreach.job.state";
  private static final String WORKSPACE = "outreach.job.workspace";
  private static final String JOB = "outreach.job.id";

  private Parked() {}

  /** Whose job a parked request is. */
  record Owner(String workspaceId, String jobId) {}

  /** The request as it goes to the end of its partition. */
  static ProducerRecord<byte[], byte[]> again(
      ConsumerRecord<byte[], byte[]> request, JobHead head, String state) {
    RecordHeaders headers = new RecordHeaders(request.headers());
    put(headers, STATE, state);
    put(headers, WORKSPACE, head.workspaceId());
    put(headers, JOB, head.jobId());
    return new ProducerRecord<>(
        request.topic(), request.partition(), request.key(), request.value(), headers);
  }

  /** How far the job of a parked request is; empty where the request is not parked. */
  static Optional<JobState> stateOf(ConsumerRecord<byte[], byte[]> request) {
    return text(request, STATE).flatMap(JobStateFormat::read);
  }

  /** Whose job it is; empty where the request is not parked. */
  static Optional<Owner> ownerOf(ConsumerRecord<byte[], byte[]> request) {
    return text(request, WORKSPACE)
        .flatMap(workspace -> text(request, JOB).map(job -> new Owner(workspace, job)));
  }

  private static void put(RecordHeaders headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> text(ConsumerRecord<byte[], byte[]> request, String name) {
    return Optional.ofNullable(request.headers().lastHeader(name))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }
}
