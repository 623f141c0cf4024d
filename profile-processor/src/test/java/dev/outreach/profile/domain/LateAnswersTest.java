package dev.outreach.profile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the sender and the platform say after things have moved on. */
class LateAnswersTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Cause CAUSE = new Cause("CODE", "in words");

  private Profile profile = Profile.UNKNOWN;
  private Policy policy = Policy.STANDARD;
  private int count;

  @BeforeEach
  void approve() {
    Person person = Person.named(Platform.INSTAGRAM, "ada", "people.csv", NOON);
    advance(new Input.Discovered(envelope(), new JobPage("job-1", 1), person));
    command(new Command.ReviewProfile(Verdict.QUALIFIED, null));
    draftAndApprove();
  }

  @Test
  void shouldKeepACancelledMessageOpenUntilTheSenderAnswers() {
    command(new Command.CancelSend(message().id(), null));

    assertThat(message().status()).isEqualTo(MessageStatus.QUEUED);
    assertThat(message().cancelRequested()).isTrue();
    assertThat(rejection(new Command.RequestDraft(MessageType.INITIAL, null, false)))
        .isEqualTo(RejectionCode.ALREADY_QUEUED);
  }

  @Test
  void shouldIgnoreALateWithdrawalOfAnEarlierOrder() {
    String first = orderId();
    sender(first, new SendOutcome.Withdrawn(CAUSE));
    draftAndApprove();
    sender(first, new SendOutcome.Withdrawn(CAUSE));

    assertThat(message().status()).isEqualTo(MessageStatus.QUEUED);
    assertThat(orderId()).isNotEqualTo(first);
  }

  @Test
  void shouldCountASuccessThatComesAfterTheReply() {
    command(reply(InboundKind.REPLY, "mid-1", "Yes"));
    sender(orderId(), success());

    assertThat(message().status()).isEqualTo(MessageStatus.SENT);
    assertThat(known().outreach()).isEqualTo(OutreachStatus.REPLIED);
    assertThat(known().progress().contacted()).isTrue();
  }

  @Test
  void shouldConfirmAMessageInDoubtByItsEcho() {
    sender(orderId(), new SendOutcome.Unconfirmed(CAUSE, SendRoute.OFFICIAL_API));
    Transition echo = command(reply(InboundKind.ECHO, "mid-2", "Hello Ada"));

    assertThat(known().outreach()).isEqualTo(OutreachStatus.SENT);
    assertThat(echo.changes().getLast().instructions())
        .singleElement()
        .isInstanceOfSatisfying(
            Instruction.Resolve.class,
            resolve -> assertThat(resolve.ending()).isEqualTo(Instruction.Ending.SENT));
  }

  @Test
  void shouldLetTheSenderSettleAQueuedMessageThatTheConversationShows() {
    Transition echo = command(reply(InboundKind.ECHO, "mid-2", "Hello Ada "));

    assertThat(known().outreach()).isEqualTo(OutreachStatus.QUEUED);
    assertThat(echo.changes().getLast().instructions())
        .singleElement()
        .isInstanceOfSatisfying(
            Instruction.Resolve.class,
            resolve -> {
              assertThat(resolve.ending()).isEqualTo(Instruction.Ending.SENT);
              assertThat(Objects.requireNonNull(resolve.delivery()).platformMessageId())
                  .isEqualTo("mid-2");
            });
  }

  @Test
  void shouldTakeALateAbsenceNoteForAReply() {
    sender(orderId(), success());
    command(reply(InboundKind.AUTOMATIC, "mid-4", "Out of office", NOON.plusSeconds(310)));
    assertThat(known().outreach()).isEqualTo(OutreachStatus.SENT);

    command(
        reply(InboundKind.AUTOMATIC, "mid-5", "Out of office, but yes!", NOON.plusSeconds(2_000)));
    assertThat(known().outreach()).isEqualTo(OutreachStatus.REPLIED);
  }

  @Test
  void shouldNotTakeOtherWordsForAQueuedMessage() {
    Transition echo = command(reply(InboundKind.ECHO, "mid-2", "Something I typed myself"));

    assertThat(echo.changes().getLast().instructions()).isEmpty();
  }

  @Test
  void shouldTellOnceThatTheLastMessageWasDeliveredAndRead() {
    sender(orderId(), success());
    Receipt delivered = receipt(Receipt.Kind.DELIVERED, List.of("mid-9"), NOON);
    Receipt read = receipt(Receipt.Kind.READ, List.of(), NOON.plusSeconds(400));

    assertThat(command(new Command.RecordReceipt(delivered)).changes())
        .extracting(Change::event)
        .containsExactly(new ProfileEvent.MessageDelivered(message().id(), delivered.at()));
    assertThat(command(new Command.RecordReceipt(read)).changes())
        .extracting(Change::event)
        .containsExactly(new ProfileEvent.MessageRead(message().id(), read.at()));
    assertThat(command(new Command.RecordReceipt(delivered)).changes()).isEmpty();
    assertThat(command(new Command.RecordReceipt(read)).changes()).isEmpty();
  }

  @Test
  void shouldTakeNoReceiptForAMessageThatLeftLater() {
    sender(orderId(), success());
    Receipt early = receipt(Receipt.Kind.READ, List.of("another"), NOON.plusSeconds(60));

    assertThat(command(new Command.RecordReceipt(early)).changes()).isEmpty();
  }

  @Test
  void shouldNotConfirmAMessageInDoubtByOtherWords() {
    sender(orderId(), new SendOutcome.Unconfirmed(CAUSE, SendRoute.OFFICIAL_API));
    command(reply(InboundKind.ECHO, "mid-2", "Something I typed myself"));

    assertThat(known().outreach()).isEqualTo(OutreachStatus.UNCONFIRMED);
  }

  @Test
  void shouldRefuseAnApprovalFromBeforeTheAddressWasLearnt() {
    sender(orderId(), new SendOutcome.Withdrawn(CAUSE));
    draft();
    String seen = Objects.requireNonNull(message().fingerprint());
    command(reply(InboundKind.AUTOMATIC, "mid-3", "On holiday"));

    assertThat(rejection(new Command.ApproveSend(message().id(), seen)))
        .isEqualTo(RejectionCode.STALE_APPROVAL);
    assertThat(message().to().recipient()).isEqualTo("igsid-7");
  }

  @Test
  void shouldBeExhaustedWithTheLastFollowUp() {
    exhaust();

    assertThat(known().outreach()).isEqualTo(OutreachStatus.EXHAUSTED);
    assertThat(rejection(new Command.RequestDraft(MessageType.FOLLOW_UP, null, false)))
        .isEqualTo(RejectionCode.NO_FOLLOW_UPS_LEFT);
  }

  @Test
  void shouldGoOnWhereMoreFollowUpsAreAllowed() {
    exhaust();
    policy = policy.allowing(3);
    List<Change> changes = advance(new Input.PolicyChanged(envelope(), 0)).changes();

    assertThat(changes)
        .extracting(Change::event)
        .containsExactly(new ProfileEvent.FollowUpsAllowed(3));
    assertThat(known().outreach()).isEqualTo(OutreachStatus.SENT);
    assertThat(known().followUpsLeft(policy)).isOne();
    assertThat(rejection(new Command.RequestDraft(MessageType.FOLLOW_UP, null, false))).isNull();
  }

  @Test
  void shouldBeExhaustedWhereFewerFollowUpsAreAllowed() {
    sender(orderId(), success());
    draftAndApprove();
    sender(orderId(), success());
    policy = policy.allowing(1);
    advance(new Input.PolicyChanged(envelope(), 1));

    assertThat(known().outreach()).isEqualTo(OutreachStatus.EXHAUSTED);
    assertThat(advance(new Input.PolicyChanged(envelope(), 0)).changes()).isEmpty();
  }

  @Test
  void shouldBeExhaustedOnceADraftBeyondTheNewNumberIsThrownAway() {
    sender(orderId(), success());
    draftAndApprove();
    sender(orderId(), success());
    draft();
    policy = policy.allowing(1);
    assertThat(advance(new Input.PolicyChanged(envelope(), 1)).changes()).isEmpty();
    command(new Command.DiscardDraft(message().id(), null));

    assertThat(known().outreach()).isEqualTo(OutreachStatus.EXHAUSTED);
  }

  @Test
  void shouldNeverBeExhaustedByTheFirstMessage() {
    sender(orderId(), success());
    policy = policy.allowing(0);
    advance(new Input.PolicyChanged(envelope(), 2));

    assertThat(known().outreach()).isEqualTo(OutreachStatus.SENT);
    assertThat(known().followUpsLeft(policy)).isZero();
  }

  private void exhaust() {
    sender(orderId(), success());
    for (int step = 1; step <= policy.followUps(); step++) {
      assertThat(known().outreach()).isEqualTo(OutreachStatus.SENT);
      draftAndApprove();
      sender(orderId(), success());
    }
  }

  private void draftAndApprove() {
    draft();
    command(
        new Command.ApproveSend(message().id(), Objects.requireNonNull(message().fingerprint())));
  }

  private void draft() {
    MessageType due = MessageType.ofStep(known().progress().nextStep());
    command(new Command.RequestDraft(due, null, false));
    Draft draft = new Draft("Hello Ada", "template", null, "v1", null, List.of(), false, NOON);
    DraftOutcome.Usage usage = new DraftOutcome.Usage(0, 0, 0);
    String taskId = Objects.requireNonNull(known().task()).id();
    advance(new Input.DraftAnswered(envelope(), taskId, new DraftOutcome.Written(draft, usage)));
  }

  private void sender(String orderId, SendOutcome outcome) {
    advance(new Input.SendAnswered(envelope(), message().id(), orderId, outcome));
  }

  private Transition command(Command command) {
    return advance(new Input.Commanded(envelope(), command));
  }

  private @Nullable RejectionCode rejection(Command command) {
    Answer answer = Objects.requireNonNull(command(command).answer());
    return answer.rejected() == null ? null : answer.rejected().code();
  }

  private Transition advance(Input input) {
    Transition transition = Lifecycle.advance(profile, input, policy);
    profile = transition.after();
    return transition;
  }

  private Envelope envelope() {
    count++;
    Actor actor = new Actor(Actor.Kind.PERSON, "grace");
    return new Envelope("input-" + count, "main", "profile-1", NOON.plusSeconds(count), "c", actor);
  }

  private Command reply(InboundKind kind, String id, String text) {
    return reply(kind, id, text, NOON.plusSeconds(600));
  }

  private Command reply(InboundKind kind, String id, String text, Instant at) {
    Inbound inbound = new Inbound(id, text, null, "igsid-7", at, null);
    return new Command.RecordReply(kind, inbound);
  }

  private static Receipt receipt(Receipt.Kind kind, List<String> ids, Instant upTo) {
    return new Receipt(kind, ids, upTo, NOON.plusSeconds(700));
  }

  private static SendOutcome success() {
    return new SendOutcome.Succeeded(
        SendRoute.OFFICIAL_API, "mid-9", null, null, NOON.plusSeconds(300), false);
  }

  private Known known() {
    return (Known) profile.state();
  }

  private Message message() {
    return Objects.requireNonNull(known().message());
  }

  private String orderId() {
    return Objects.requireNonNull(message().approval()).orderId();
  }
}
