package dev.outreach.profile.avro;

import dev.outreach.profile.domain.Cause;
import dev.outreach.profile.domain.Draft;
import dev.outreach.profile.domain.DraftOutcome;
import dev.outreach.profile.domain.SendOutcome;
import dev.outreach.schemas.DraftRefused;
import dev.outreach.schemas.DraftResult;
import dev.outreach.schemas.DraftWritten;
import dev.outreach.schemas.SendDeferred;
import dev.outreach.schemas.SendFailed;
import dev.outreach.schemas.SendNeedsPerson;
import dev.outreach.schemas.SendResult;
import dev.outreach.schemas.SendSucceeded;
import dev.outreach.schemas.SendUnconfirmed;
import dev.outreach.schemas.SendWithdrawn;
import java.time.Instant;

/** Reads the outcomes of drafting and sending. */
final class Results {

  private Results() {}

  static DraftOutcome draft(DraftResult result) {
    return switch (result.getOutcome()) {
      case DraftWritten written -> written(written, result.getOccurredAt());
      case DraftRefused refused ->
          new DraftOutcome.Refused(new Cause(refused.getCode(), refused.getReason()));
      default -> throw unknown(result.getOutcome());
    };
  }

  private static DraftOutcome written(DraftWritten written, Instant draftedAt) {
    Draft draft =
        new Draft(
            written.getText(),
            written.getDrafter(),
            written.getModel().orElse(null),
            written.getPromptVersion(),
            written.getLanguage().orElse(null),
            Messages.readChecks(written.getChecks()),
            false,
            draftedAt);
    return new DraftOutcome.Written(
        draft,
        new DraftOutcome.Usage(
            written.getInputTokens(), written.getOutputTokens(), written.getCostMicros()));
  }

  static SendOutcome send(SendResult result) {
    return switch (result.getOutcome()) {
      case SendSucceeded success -> succeeded(success);
      case SendFailed failed ->
          new SendOutcome.Failed(new Cause(failed.getReasonCode(), failed.getReason()));
      case SendUnconfirmed doubt ->
          new SendOutcome.Unconfirmed(
              new Cause(doubt.getReasonCode(), doubt.getReason()),
              doubt.getRoute().map(Messages::readRoute).orElse(null));
      case SendNeedsPerson needs ->
          new SendOutcome.NeedsPerson(
              new Cause(needs.getReasonCode(), needs.getReason()), needs.getLink().orElse(null));
      case SendDeferred deferred ->
          new SendOutcome.Deferred(
              new Cause(deferred.getReasonCode(), deferred.getReason()),
              deferred.getUntil().orElse(null));
      case SendWithdrawn withdrawn ->
          new SendOutcome.Withdrawn(new Cause(withdrawn.getReasonCode(), withdrawn.getReason()));
      default -> throw unknown(result.getOutcome());
    };
  }

  private static SendOutcome succeeded(SendSucceeded success) {
    return new SendOutcome.Succeeded(
        Messages.readRoute(success.getRoute()),
        success.getPlatformMessageId().orElse(null),
        success.getThreadId().orElse(null),
        success.getSentText().orElse(null),
        success.getSentAt(),
        success.getReconciled());
  }

  private static UnreadableRecord unknown(Object outcome) {
    return new UnreadableRecord(
        "outcome is a "
            + outcome.getClass().getSimpleName()
            + ": upgrade the profile-processor before whoever publishes it");
  }
}
