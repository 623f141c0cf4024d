package dev.outreach.drafting;

import dev.outreach.drafting.domain.Assignment;
import dev.outreach.drafting.domain.Draft;
import dev.outreach.drafting.domain.DraftWriter;
import dev.outreach.drafting.domain.Prompt;
import dev.outreach.drafting.domain.RefusalCode;
import dev.outreach.drafting.domain.Usage;
import dev.outreach.drafting.prompts.PromptLibrary;
import dev.outreach.runtime.Decoded;
import dev.outreach.runtime.RecordReader;
import dev.outreach.runtime.slowtask.SlowTask;
import dev.outreach.schemas.DraftTask;
import dev.outreach.schemas.serdes.RegistryFailure;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole way of a draft task: read, assign, write, say what became of it. Thread-safe. */
final class DraftTaskHandler implements SlowTask {

  private static final Logger log = LoggerFactory.getLogger(DraftTaskHandler.class);

  private final RecordReader<DraftTask> reader;
  private final Assignments assignments;
  private final PromptLibrary prompts;
  private final DraftWriter writer;
  private final Refused refused;
  private final DraftRecords records;
  private final DraftMeters meters;
  private final RegistryPatience patience = new RegistryPatience();

  DraftTaskHandler(
      RecordReader<DraftTask> reader, Drafting drafting, DraftRecords records, DraftMeters meters) {
    this.reader = reader;
    this.assignments = drafting.assignments();
    this.prompts = drafting.prompts();
    this.writer = drafting.writer();
    this.refused = drafting.refused();
    this.records = records;
    this.meters = meters;
  }

  /** What it takes to write drafts. */
  record Drafting(
      Assignments assignments, PromptLibrary prompts, DraftWriter writer, Refused refused) {}

  /** Of whom nothing is drafted any more. */
  @FunctionalInterface
  interface Refused {

    boolean contains(String profileId) throws InterruptedException;
  }

  @Override
  public Outcome work(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    return switch (patience.during(() -> read(record))) {
      case Decoded.Read<DraftTask>(DraftTask task) -> {
        Draft draft = answered(task);
        meters.count(draft);
        yield new Outcome.Done(List.of(patience.during(() -> records.of(task, draft))));
      }
      case Decoded.Unreadable<DraftTask>(var reason, var cause) ->
          new Outcome.Poison(reason, cause);
    };
  }

  /** Says by an exception where the registry is to blame, so that patience can tell. */
  private Decoded<DraftTask> read(ConsumerRecord<byte[], byte[]> record) {
    Decoded<DraftTask> decoded = reader.read(record);
    if (decoded instanceof Decoded.Unreadable<DraftTask>(_, Throwable cause)
        && RegistryFailure.isBehind(cause)) {
      throw new SerializationException("the schema registry does not answer", cause);
    }
    return decoded;
  }

  /** Whoever waits for a draft that can be read about gets an answer, whatever goes wrong. */
  private Draft answered(DraftTask task) throws InterruptedException {
    try {
      return draft(task);
    } catch (RuntimeException defect) {
      log.error("draft {} failed by a defect: {}", task.getId(), defect.getClass().getName());
      return refused(RefusalCode.TRANSIENT, "drafting failed by a defect: report it");
    }
  }

  private Draft draft(DraftTask task) throws InterruptedException {
    if (refused.contains(task.getProfileId())) {
      return refused(
          RefusalCode.PERSON_REFUSED, "the person is never to be contacted, or is forgotten");
    }
    Optional<Assignment> assignment = assignments.of(task);
    if (assignment.isEmpty()) {
      return refused(RefusalCode.UNKNOWN_NETWORK, "messages for this network are not drafted");
    }
    Optional<Prompt> prompt =
        prompts.find(assignment.get().network(), assignment.get().kind(), task.getPromptVersion());
    if (prompt.isEmpty()) {
      return refused(
          RefusalCode.UNKNOWN_PROMPT, "there is no such prompt for this network and message");
    }
    return writer.write(assignment.get(), prompt.get());
  }

  private static Draft refused(RefusalCode code, String reason) {
    return new Draft.Refused(code, reason, Usage.NONE);
  }
}
