package dev.outreach.profile.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Watches one history and checks after every step what must always hold. The policy may change
 * between steps.
 */
final class LifecycleRules {

  private final Map<String, MessageStatus> messages = new HashMap<>();
  private final Set<String> sent = new HashSet<>();
  private ProfileState folded = ProfileState.UNKNOWN;
  private String openOrder = "";
  private int mostAllowed;
  private int leftAsTold;

  /** How many follow-ups are left, as the last event told. */
  int leftAsTold() {
    return leftAsTold;
  }

  void check(Profile before, Input input, Transition transition, Policy policy) {
    mostAllowed = Math.max(mostAllowed, policy.followUps());
    ProfileState state = before.state();
    for (Change change : transition.changes()) {
      check(state, input, change);
      checkAllowed(change, policy);
      leftAsTold = change.after().followUpsLeft(policy);
      state = change.after();
    }
    holds("the events give the state", folded.equals(transition.after().state()));
    boolean answered = transition.answer() != null;
    holds("commands are answered, nothing else", answered == input instanceof Input.Commanded);
    Answer answer = transition.answer();
    if (answer != null) {
      checkAnswer(before, input, transition, policy);
    }
    if (transition.after().state() instanceof Known known) {
      checkStanding(known);
      boolean heard = input instanceof Input.PolicyChanged || !transition.changes().isEmpty();
      if (heard && known.rests() && known.workspaceId().equals(input.envelope().workspaceId())) {
        checkRest(known, policy);
      }
    }
  }

  private static void checkAllowed(Change change, Policy policy) {
    OpenTask task = change.after().task();
    if (change.event() instanceof ProfileEvent.DraftRequested && task != null) {
      holds("no follow-up more than allowed is begun", task.step() <= policy.followUps());
    }
  }

  private void checkRest(Known known, Policy policy) {
    int sentBefore = known.progress().followUpsSent();
    boolean used = sentBefore > 0 && sentBefore >= policy.followUps();
    holds(
        "who rests is exhausted where all follow-ups are used",
        used == (known.outreach() == OutreachStatus.EXHAUSTED));
    holds("what is left was told", leftAsTold == known.followUpsLeft(policy));
  }

  private void check(ProfileState before, Input input, Change change) {
    folded = Evolution.evolve(folded, change.event());
    holds("versions have no gaps", change.after().version() == before.version() + 1);
    if (before instanceof Known known) {
      holds("outreach goes legal ways", known.outreach().mayBecome(change.after().outreach()));
    }
    checkMessage(before, change);
    for (Instruction instruction : change.instructions()) {
      checkInstruction(before, input, instruction);
    }
    followOrder(change.event());
  }

  private void checkMessage(ProfileState before, Change change) {
    Message old = before instanceof Known known ? known.message() : null;
    Message now = change.touched();
    if (now == null) {
      holds("a touched message is named", Objects.equals(old, change.after().message()));
      return;
    }
    MessageStatus status = messages.put(now.id(), now.status());
    holds("messages go legal ways", status == null || status.mayBecome(now.status()));
    long open = messages.values().stream().filter(MessageStatus::open).count();
    holds("one message is open at most", open <= 1);
    if (now.status() == MessageStatus.SENT && status != MessageStatus.SENT) {
      holds("a message is sent once", sent.add(now.id()));
    }
  }

  private void checkInstruction(ProfileState before, Input input, Instruction instruction) {
    boolean stopped = before instanceof Known known && known.outreach().stopped();
    switch (instruction) {
      case Instruction.Send send -> {
        holds("nothing is ordered after a stop", !stopped);
        holds("nothing is ordered beside an open order", openOrder.isEmpty());
        holds("a person approved these bytes", isApproval(input, send.message()));
        openOrder = send.message().id();
      }
      case Instruction.WriteDraft _ -> holds("nothing is drafted after a stop", !stopped);
      case Instruction.Resolve resolve ->
          holds(
              "nothing is retried after a stop",
              !stopped || resolve.ending() != Instruction.Ending.RETRY);
      case Instruction.Cancel cancel ->
          holds("what was ordered is cancelled", cancel.messageId().equals(openOrder));
      case Instruction.Stop _ ->
          holds(
              "the sender hears of a wish once",
              !(before instanceof Known known) || !known.erased());
    }
  }

  private static boolean isApproval(Input input, Message message) {
    return input.envelope().actor().isPerson()
        && input instanceof Input.Commanded(_, Command.ApproveSend approval)
        && approval.fingerprint().equals(message.fingerprint());
  }

  private void followOrder(ProfileEvent event) {
    boolean over =
        event instanceof ProfileEvent.MessageSent
            || event instanceof ProfileEvent.MessageFailed
            || event instanceof ProfileEvent.MessageWithdrawn;
    if (over) {
      openOrder = "";
    }
  }

  private static void checkAnswer(
      Profile before, Input input, Transition transition, Policy policy) {
    Answer answer = Objects.requireNonNull(transition.answer());
    holds("the answer names the command", answer.commandId().equals(input.envelope().id()));
    Decision.Rejected rejected = answer.rejected();
    if (rejected != null) {
      boolean sentence =
          rejected.reason().endsWith(".") && !rejected.reason().contains(RandomInputs.PERSONAL);
      holds("a refusal says why in a sentence", sentence);
      holds("a refusal changes nothing", transition.after().state().equals(before.state()));
    }
    if (!transition.after().answers().isEmpty() && !transition.after().equals(before)) {
      Transition again = Lifecycle.advance(transition.after(), input, policy);
      holds("the same command does nothing twice", again.changes().isEmpty());
      holds("the same command is answered the same way", answer.equals(again.answer()));
    }
  }

  private void checkStanding(Known known) {
    holds("no follow-up more than ever allowed", known.progress().followUpsSent() <= mostAllowed);
    holds("contact is what was sent", known.progress().contacted() == !sent.isEmpty());
    if (known.erased()) {
      holds("nothing personal is kept", !known.toString().contains(RandomInputs.PERSONAL));
    }
  }

  private static void holds(String rule, boolean kept) {
    if (!kept) {
      throw new AssertionError("broken: " + rule);
    }
  }
}
