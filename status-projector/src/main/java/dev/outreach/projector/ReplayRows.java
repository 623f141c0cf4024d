package dev.outreach.projector;

import dev.outreach.readmodel.write.ReplayRecord;
import dev.outreach.schemas.DraftRefused;
import dev.outreach.schemas.DraftWritten;
import dev.outreach.schemas.ReplayDraft;

/** Reads drafts for comparison. */
final class ReplayRows {

  private ReplayRows() {}

  /**
   * The row.
   *
   * @param offset place of the draft in its partition
   * @throws IllegalArgumentException where a field has a value no row can hold
   */
  static ReplayRecord of(ReplayDraft draft, long offset) {
    return switch (draft.getOutcome()) {
      case DraftWritten written -> written(draft, written, offset);
      case DraftRefused refused -> refused(draft, refused, offset);
      default ->
          throw new IllegalArgumentException(
              "outcome is of an unknown kind: update status-projector");
    };
  }

  private static ReplayRecord written(ReplayDraft draft, DraftWritten written, long offset) {
    return new ReplayRecord(
        Valid.key("replayId", draft.getReplayId()),
        Valid.key("draftId", draft.getDraftId()),
        Valid.key("workspaceId", draft.getWorkspaceId()),
        Valid.id("profileId", draft.getProfileId()),
        Valid.id("messageId", draft.getMessageId()),
        Word.of(draft.getMessageType()),
        draft.getStep(),
        true,
        written.getText(),
        written.getLanguage().orElse(null),
        written.getDrafter(),
        written.getModel().orElse(null),
        written.getPromptVersion(),
        Json.checks(written.getChecks()),
        written.getInputTokens(),
        written.getOutputTokens(),
        written.getCostMicros(),
        null,
        null,
        Valid.time("occurredAt", draft.getOccurredAt()),
        offset);
  }

  private static ReplayRecord refused(ReplayDraft draft, DraftRefused refused, long offset) {
    return new ReplayRecord(
        Valid.key("replayId", draft.getReplayId()),
        Valid.key("draftId", draft.getDraftId()),
        Valid.key("workspaceId", draft.getWorkspaceId()),
        Valid.id("profileId", draft.getProfileId()),
        Valid.id("messageId", draft.getMessageId()),
        Word.of(draft.getMessageType()),
        draft.getStep(),
        false,
        null,
        null,
        null,
        null,
        null,
        "[]",
        0,
        0,
        0,
        refused.getCode(),
        refused.getReason(),
        Valid.time("occurredAt", draft.getOccurredAt()),
        offset);
  }
}
