package dev.outreach.profile.domain;

import static dev.outreach.profile.domain.Decision.unchanged;

import dev.outreach.profile.domain.Input.Commanded;
import dev.outreach.profile.domain.Input.Discovered;
import dev.outreach.profile.domain.Input.DraftAnswered;
import dev.outreach.profile.domain.Input.PolicyChanged;
import dev.outreach.profile.domain.Input.SendAnswered;

/** What follows from an input in a state. Pure: the only clock is the time the input carries. */
public final class Decider {

  private Decider() {}

  /** Events, or a refusal; only commands are ever refused. */
  public static Decision decide(ProfileState state, Input input, Policy policy) {
    return switch (state) {
      case Unknown _ -> ofUnknown(input);
      case Known known when !sameWorkspace(known, input) ->
          input instanceof Commanded ? Refusals.unknownProfile() : unchanged();
      case Known known -> ofKnown(known, input, policy);
    };
  }

  private static Decision ofUnknown(Input input) {
    return switch (input) {
      case Discovered found -> DiscoveryRules.register(found);
      case Commanded _ -> Refusals.unknownProfile();
      case DraftAnswered _, SendAnswered _, PolicyChanged _ -> unchanged();
    };
  }

  private static Decision ofKnown(Known known, Input input, Policy policy) {
    return switch (input) {
      case Discovered found -> DiscoveryRules.refresh(known, found);
      case DraftAnswered answer -> DraftRules.answered(known, answer, policy);
      case SendAnswered answer -> SendResultRules.answered(known, answer, policy);
      case Commanded commanded -> ofCommand(known, commanded, policy);
      case PolicyChanged change -> FollowUpRules.changed(known, change, policy);
    };
  }

  private static Decision ofCommand(Known known, Commanded commanded, Policy policy) {
    Envelope envelope = commanded.envelope();
    return switch (commanded.command()) {
      case Command.ReviewProfile review -> ReviewRules.review(known, review);
      case Command.RequestDraft request -> DraftRules.request(known, request, envelope, policy);
      case Command.EditDraft edit -> DraftRules.edit(known, edit, policy);
      case Command.DiscardDraft discard -> DraftRules.discard(known, discard);
      case Command.ApproveSend approve -> SendRules.approve(known, approve, envelope, policy);
      case Command.CancelSend cancel -> SendRules.cancel(known, cancel);
      case Command.RecordManualSend manual ->
          SendRules.recordManual(known, manual, envelope, policy);
      case Command.ResolveUnconfirmed resolve ->
          SendRules.resolve(known, resolve, envelope, policy);
      case Command.RecordReply reply -> ReplyRules.record(known, reply, policy);
      case Command.RecordReceipt(Receipt receipt) -> ReceiptRules.record(known, receipt);
      case Command.Suppress suppress -> StopRules.suppress(known, suppress);
      case Command.Erase erase -> StopRules.erase(known, erase);
    };
  }

  private static boolean sameWorkspace(Known known, Input input) {
    return known.workspaceId().equals(input.envelope().workspaceId());
  }
}
