package dev.outreach.systemtests;

import dev.outreach.profile.domain.Actor;
import dev.outreach.profile.domain.Change;
import dev.outreach.profile.domain.Command;
import dev.outreach.profile.domain.Draft;
import dev.outreach.profile.domain.DraftOutcome;
import dev.outreach.profile.domain.Envelope;
import dev.outreach.profile.domain.Inbound;
import dev.outreach.profile.domain.InboundKind;
import dev.outreach.profile.domain.Input;
import dev.outreach.profile.domain.Instruction;
import dev.outreach.profile.domain.JobPage;
import dev.outreach.profile.domain.Known;
import dev.outreach.profile.domain.Lifecycle;
import dev.outreach.profile.domain.Message;
import dev.outreach.profile.domain.MessageStatus;
import dev.outreach.profile.domain.MessageType;
import dev.outreach.profile.domain.OpenTask;
import dev.outreach.profile.domain.OutreachStatus;
import dev.outreach.profile.domain.Person;
import dev.outreach.profile.domain.Platform;
import dev.outreach.profile.domain.Policy;
import dev.outreach.profile.domain.Profile;
import dev.outreach.profile.domain.Resolution;
import dev.outreach.profile.domain.SendOutcome;
import dev.outreach.profile.domain.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One random life of one person, with a reply somewhere in it. */
final class ReplyLife {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final int STEPS_BEFORE = 60;
  private static final int STEPS_AFTER = 60;
  private static final List<Resolution> RESOLUTIONS = List.of(Resolution.values());

  private final SplittableRandom random;
  private final Flaw flaw;
  private final RandomLedger ledger;
  private Profile profile = Profile.UNKNOWN;
  private boolean replied;
  private int count;

  /** A guard that is left out, to show that the test can fail. */
  enum Flaw {
    NONE,
    /** The profile does not ask the message back. */
    NO_CANCEL,
    /** The mark is made without looking whether the message was taken back. */
    BLIND_MARK
  }

  /** What the reply met. */
  enum Moment {
    NOTHING_BEGUN,
    DRAFT_ON_ITS_WAY,
    DRAFT_OPEN,
    ORDER_ON_ITS_WAY,
    WAITING_IN_THE_LEDGER,
    CLAIMED,
    BYTES_LEAVING,
    IN_DOUBT,
    WITH_A_PERSON,
    OVER
  }

  ReplyLife(SplittableRandom random, Flaw flaw) {
    this.random = random;
    this.flaw = flaw;
    this.ledger = new RandomLedger(random, flaw);
  }

  Moment run() {
    Person ada = Person.named(Platform.INSTAGRAM, "ada", "people.csv", START);
    advance(new Input.Discovered(envelope(Actor.Kind.SYSTEM), new JobPage("job", 1), ada));
    advance(command(new Command.ReviewProfile(Verdict.QUALIFIED, null)));
    int before = random.nextInt(STEPS_BEFORE);
    for (int step = 0; step < before; step++) {
      step();
    }
    Moment met = moment();
    reply();
    for (int step = 0; step < STEPS_AFTER; step++) {
      step();
    }
    ledger.drain();
    while (ledger.hasResult()) {
      answer();
    }
    holds("nothing waits to be sent at the end", !ledger.isAnythingToBeSent());
    return met;
  }

  private void step() {
    switch (random.nextInt(8)) {
      case 0, 1 -> operator();
      case 2 -> draftAnswer();
      case 3 -> {
        if (ledger.hasResult()) {
          answer();
        }
      }
      default -> ledger.step();
    }
  }

  private void reply() {
    boolean optOut = random.nextInt(4) == 0;
    Inbound words = new Inbound("mid-in", "Yes", null, "address", now(), null);
    advance(
        command(new Command.RecordReply(optOut ? InboundKind.OPT_OUT : InboundKind.REPLY, words)));
    replied = known().outreach().stopped();
    holds("a reply stops whoever was contacted or drafted for", replied || notBegun());
    if (replied) {
      holds("no draft is open", known().task() == null && !isDrafted());
      ledger.stoppedHere();
    }
  }

  /** Whoever writes before we ever began opens a door; our first message is still welcome. */
  private boolean notBegun() {
    return known().outreach() == OutreachStatus.NOT_STARTED;
  }

  private boolean isDrafted() {
    Message message = known().message();
    return message != null && message.status() == MessageStatus.DRAFTED;
  }

  private void operator() {
    Message message = known().message();
    MessageType due = MessageType.ofStep(known().progress().nextStep());
    if (message == null || random.nextInt(3) == 0) {
      advance(command(new Command.RequestDraft(due, null, random.nextBoolean())));
      return;
    }
    String fingerprint = Objects.requireNonNullElse(message.fingerprint(), "");
    advance(
        command(
            switch (random.nextInt(9)) {
              case 0, 1, 2, 3 -> new Command.ApproveSend(message.id(), fingerprint);
              case 4 -> new Command.RequestDraft(due, null, true);
              case 5 ->
                  new Command.ResolveUnconfirmed(
                      message.id(), RESOLUTIONS.get(random.nextInt(RESOLUTIONS.size())), "looked");
              case 6 ->
                  new Command.RecordManualSend(
                      message.id(), random.nextBoolean(), null, null, "by hand");
              case 7 ->
                  random.nextInt(3) == 0
                      ? new Command.CancelSend(message.id(), null)
                      : new Command.ApproveSend(message.id(), fingerprint);
              default -> new Command.EditDraft(message.id(), "Hello again " + count);
            }));
  }

  private void draftAnswer() {
    OpenTask task = known().task();
    String taskId = task == null ? "task-of-yesterday" : task.id();
    Draft draft =
        new Draft("Hello " + count, "template", null, "v1", "en", List.of(), false, now());
    DraftOutcome.Written written = new DraftOutcome.Written(draft, new DraftOutcome.Usage(0, 0, 0));
    advance(new Input.DraftAnswered(envelope(Actor.Kind.SYSTEM), taskId, written));
  }

  private void answer() {
    RandomLedger.Told told = ledger.takeResult();
    SendOutcome outcome = told.outcome().apply(now());
    advance(
        new Input.SendAnswered(
            envelope(Actor.Kind.SYSTEM), told.messageId(), told.orderId(), outcome));
  }

  private void advance(Input input) {
    var transition = Lifecycle.advance(profile, input, policy());
    for (Change change : transition.changes()) {
      change.instructions().forEach(this::pass);
    }
    profile = transition.after();
  }

  private void pass(Instruction instruction) {
    switch (instruction) {
      case Instruction.WriteDraft _ -> holds("nothing is drafted after a reply", !replied);
      case Instruction.Send _ -> {
        holds("nothing is ordered after a reply", !replied);
        ledger.tell(instruction);
      }
      case Instruction.Resolve resolve -> {
        holds("nothing is retried", !replied || resolve.ending() != Instruction.Ending.RETRY);
        ledger.tell(instruction);
      }
      case Instruction.Stop _ -> {
        // Left out on purpose: taking back what is queued has to be enough by itself.
      }
      case Instruction.Cancel _ -> {
        if (flaw != Flaw.NO_CANCEL) {
          ledger.tell(instruction);
        }
      }
    }
  }

  /** The account changes now and then: a person may have messages of several. */
  private Policy policy() {
    String account = "studio-" + count / 40;
    return new Policy(2, Map.of(Platform.INSTAGRAM, account), Duration.ofDays(7));
  }

  private Moment moment() {
    Message message = known().message();
    if (known().task() != null) {
      return Moment.DRAFT_ON_ITS_WAY;
    }
    if (message == null) {
      return Moment.NOTHING_BEGUN;
    }
    return message.status() == MessageStatus.DRAFTED
        ? Moment.DRAFT_OPEN
        : ledger.moment(message.id(), orderOf(message));
  }

  private static @Nullable String orderOf(Message message) {
    return message.approval() == null ? null : message.approval().orderId();
  }

  private Input command(Command command) {
    return new Input.Commanded(envelope(Actor.Kind.PERSON), command);
  }

  private Envelope envelope(Actor.Kind kind) {
    count++;
    return new Envelope(
        "input-" + count, "main", "profile-1", now(), "c", new Actor(kind, "grace"));
  }

  private Instant now() {
    return START.plusSeconds(60L * count);
  }

  private Known known() {
    return (Known) profile.state();
  }

  static void holds(String rule, boolean kept) {
    if (!kept) {
      throw new AssertionError("broken: " + rule);
    }
  }
}
