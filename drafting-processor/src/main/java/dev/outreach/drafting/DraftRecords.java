package dev.outreach.drafting;

import dev.outreach.drafting.domain.Draft;
import dev.outreach.drafting.domain.Finding;
import dev.outreach.schemas.DraftCheck;
import dev.outreach.schemas.DraftRefused;
import dev.outreach.schemas.DraftResult;
import dev.outreach.schemas.DraftTask;
import dev.outreach.schemas.DraftWritten;
import dev.outreach.schemas.ReplayDraft;
import dev.outreach.schemas.identity.DerivedId;
import dev.outreach.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Says what became of a task as a record. The ids follow from the task, so that a task worked on
 * twice is one result. A replay's draft goes to the replays and nowhere else.
 */
final class DraftRecords {

  private final Topics topics;
  private final Serializer<SpecificRecord> serializer;
  private final Clock clock;

  DraftRecords(Topics topics, Serializer<SpecificRecord> serializer, Clock clock) {
    this.topics = topics;
    this.serializer = serializer;
    this.clock = clock;
  }

  ProducerRecord<byte[], byte[]> of(DraftTask task, Draft draft) {
    Object outcome = outcome(draft);
    Optional<String> replay = task.getReplayId();
    return replay.isPresent()
        ? record(topics.replays().name(), replay.get(), replayDraft(task, replay.get(), outcome))
        : record(topics.draftResults().name(), task.getProfileId(), result(task, outcome));
  }

  private ProducerRecord<byte[], byte[]> record(String topic, String key, SpecificRecord value) {
    return new ProducerRecord<>(
        topic, key.getBytes(StandardCharsets.UTF_8), serializer.serialize(topic, value));
  }

  private DraftResult result(DraftTask task, Object outcome) {
    return DraftResult.newBuilder()
        .setId(DerivedId.of("draft-result", task.getTaskId()))
        .setWorkspaceId(task.getWorkspaceId())
        .setProfileId(task.getProfileId())
        .setOccurredAt(clock.instant())
        .setCausationId(task.getId())
        .setCorrelationId(task.getCorrelationId())
        .setTaskId(task.getTaskId())
        .setMessageId(task.getMessageId())
        .setOutcome(outcome)
        .build();
  }

  private ReplayDraft replayDraft(DraftTask task, String replayId, Object outcome) {
    return ReplayDraft.newBuilder()
        .setReplayId(replayId)
        .setDraftId(DerivedId.of("replay-draft", replayId, task.getTaskId()))
        .setWorkspaceId(task.getWorkspaceId())
        .setProfileId(task.getProfileId())
        .setMessageId(task.getMessageId())
        .setOccurredAt(clock.instant())
        .setMessageType(task.getMessageType())
        .setStep(task.getStep())
        .setOutcome(outcome)
        .build();
  }

  private static Object outcome(Draft draft) {
    return switch (draft) {
      case Draft.Written written -> written(written);
      case Draft.Refused refused ->
          DraftRefused.newBuilder()
              .setCode(refused.code().name())
              .setReason(refused.reason())
              .build();
    };
  }

  private static DraftWritten written(Draft.Written draft) {
    return DraftWritten.newBuilder()
        .setText(draft.proposal().text())
        .setLanguage(draft.proposal().language())
        .setDrafter(draft.drafter())
        .setModel(draft.model().orElse(null))
        .setPromptVersion(draft.promptVersion())
        .setChecks(draft.findings().stream().map(DraftRecords::check).toList())
        .setInputTokens(draft.usage().inputTokens())
        .setOutputTokens(draft.usage().outputTokens())
        .setCostMicros(draft.usage().costMicros())
        .build();
  }

  private static DraftCheck check(Finding finding) {
    return DraftCheck.newBuilder()
        .setName(finding.check())
        .setPassed(finding.verdict() == Finding.Verdict.PASSED)
        .setDetail(finding.detail().isEmpty() ? null : finding.detail())
        .build();
  }
}
