package dev.outreach.sending.relay;

import dev.outreach.schemas.SendDeferred;
import dev.outreach.schemas.SendFailed;
import dev.outreach.schemas.SendNeedsPerson;
import dev.outreach.schemas.SendResult;
import dev.outreach.schemas.SendRoute;
import dev.outreach.schemas.SendSucceeded;
import dev.outreach.schemas.SendUnconfirmed;
import dev.outreach.schemas.SendWithdrawn;
import dev.outreach.sending.domain.Result;
import dev.outreach.sending.ledger.Outbox.Letter;

/** Turns a result into the record of the topic. */
final class ResultRecord {

  private ResultRecord() {}

  static SendResult of(Letter letter) {
    return SendResult.newBuilder()
        .setId(letter.eventId())
        .setWorkspaceId(letter.workspaceId())
        .setProfileId(letter.profileId())
        .setOccurredAt(letter.occurredAt())
        .setCausationId(letter.orderId())
        .setCorrelationId(letter.correlationId())
        .setMessageId(letter.messageId())
        .setAttempt(letter.attempt())
        .setOrderId(letter.orderId())
        .setOutcome(outcome(letter.result()))
        .build();
  }

  private static Object outcome(Result result) {
    return switch (result) {
      case Result.Succeeded sent ->
          SendSucceeded.newBuilder()
              .setRoute(route(sent.route()))
              .setPlatformMessageId(sent.platformMessageId().orElse(null))
              .setThreadId(sent.threadId().orElse(null))
              .setSentText(sent.sentText().orElse(null))
              .setSentAt(sent.sentAt())
              .setReconciled(sent.reconciled())
              .build();
      case Result.Failed(var reason) ->
          SendFailed.newBuilder().setReasonCode(reason.code()).setReason(reason.sentence()).build();
      case Result.Unconfirmed(var reason, var route) ->
          SendUnconfirmed.newBuilder()
              .setRoute(route(route))
              .setReasonCode(reason.code())
              .setReason(reason.sentence())
              .build();
      case Result.NeedsPerson(var reason, var link) ->
          SendNeedsPerson.newBuilder()
              .setReasonCode(reason.code())
              .setReason(reason.sentence())
              .setLink(link.orElse(null))
              .build();
      case Result.Deferred(var reason, var until) ->
          SendDeferred.newBuilder()
              .setReasonCode(reason.code())
              .setReason(reason.sentence())
              .setUntil(until.orElse(null))
              .build();
      case Result.Withdrawn(var reason) ->
          SendWithdrawn.newBuilder()
              .setReasonCode(reason.code())
              .setReason(reason.sentence())
              .build();
    };
  }

  private static SendRoute route(Result.Route route) {
    return SendRoute.valueOf(route.name());
  }
}
