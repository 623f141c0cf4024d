package dev.outreach.profile.domain;

import dev.outreach.schemas.identity.DerivedId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Inputs at random, about half of them fitting the state, so that histories get far. Whatever is
 * personal contains {@value #PERSONAL}.
 */
public final class RandomInputs {

  static final String PERSONAL = "pii";
  static final String WORKSPACE = "main";
  static final String PROFILE = "profile-1";

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private final RandomGenerator random;
  private final List<Input> earlier = new ArrayList<>();
  private final List<String> orders = new ArrayList<>();
  private int count;

  /** Inputs that follow from the source of randomness alone. */
  public RandomInputs(RandomGenerator random) {
    this.random = random;
  }

  /** The next input for a person in this state; sometimes an old one again. */
  public Input next(ProfileState state) {
    if (!earlier.isEmpty() && chance(10)) {
      return earlier.get(random.nextInt(earlier.size()));
    }
    Input input = state instanceof Known known ? forKnown(known) : forUnknown();
    earlier.add(input);
    return input;
  }

  /** The rules have changed, and this person hears of it. */
  Input policyChanged(int leftBefore) {
    return new Input.PolicyChanged(envelope(Actor.Kind.PERSON), leftBefore);
  }

  private Input forUnknown() {
    return chance(90) ? found() : command(new Command.Suppress("asked"));
  }

  private Input forKnown(Known known) {
    Message message = known.message();
    if (message != null && message.approval() != null) {
      orders.add(message.approval().orderId());
    }
    return chance(50) ? fitting(known) : any(known);
  }

  /** What usually comes next, so that histories get far. */
  private Input fitting(Known known) {
    boolean qualified = known.discovery() == DiscoveryStatus.QUALIFIED;
    return switch (known.outreach()) {
      case NOT_STARTED, SENT, FAILED ->
          command(
              qualified ? due(known, "v1") : new Command.ReviewProfile(Verdict.QUALIFIED, null));
      case DRAFTING -> draftAnswer(known);
      case DRAFTED -> command(new Command.ApproveSend(messageId(known), fingerprint(known)));
      case QUEUED -> chance(60) ? sendAnswer(known) : command(manual(known));
      case UNCONFIRMED ->
          command(
              new Command.ResolveUnconfirmed(
                  messageId(known), pick(Resolution.values()), "looked"));
      case REPLIED, OPTED_OUT, EXHAUSTED -> any(known);
    };
  }

  private Input any(Known known) {
    return switch (random.nextInt(20)) {
      case 0 -> found();
      case 1, 2, 3 -> draftAnswer(known);
      case 4, 5, 6, 7, 8 -> sendAnswer(known);
      default -> command(command(known));
    };
  }

  private Input found() {
    Platform platform = chance(3) ? Platform.UNKNOWN : Platform.INSTAGRAM;
    Person person = Person.named(platform, "pii-ada", "people.csv", START);
    Engagement engagement =
        new Engagement((double) random.nextInt(3), null, 1.5, 9, "b", "nano", "1", List.of());
    Person known =
        new Person(
            person.platform(),
            person.username(),
            "pii-1",
            "pii Ada",
            null,
            "food",
            null,
            null,
            "pii.example",
            (long) random.nextInt(4),
            null,
            7L,
            1.5,
            null,
            engagement,
            true,
            "en",
            START,
            person.source(),
            START.plusSeconds(count),
            "Europe/Lisbon");
    return new Input.Discovered(
        envelope(Actor.Kind.SYSTEM), new JobPage("job-1", 1), chance(50) ? person : known);
  }

  private Input draftAnswer(Known known) {
    OpenTask task = known.task();
    String taskId = task != null && chance(80) ? task.id() : "task-nobody-knows";
    DraftOutcome.Usage usage = new DraftOutcome.Usage(1, 2, 3);
    DraftOutcome outcome =
        chance(80)
            ? new DraftOutcome.Written(draft(chance(5) ? " " : words()), usage)
            : new DraftOutcome.Refused(new Cause("TIMEOUT", "no answer"));
    return new Input.DraftAnswered(envelope(Actor.Kind.SYSTEM), taskId, outcome);
  }

  private Draft draft(String text) {
    List<DraftCheck> checks = List.of(new DraftCheck("length", true, null));
    return new Draft(text, "template", null, "v1", "en", checks, false, now());
  }

  private Input sendAnswer(Known known) {
    Cause cause = new Cause("CODE_" + random.nextInt(2), "in words");
    SendOutcome outcome =
        switch (random.nextInt(8)) {
          case 0, 1 ->
              new SendOutcome.Succeeded(
                  SendRoute.OFFICIAL_API, "pii-mid", "pii-thread", maybe(words()), now(), false);
          case 2 -> new SendOutcome.Failed(cause);
          case 3, 4 -> new SendOutcome.Unconfirmed(cause, SendRoute.THIRD_PARTY);
          case 5 -> new SendOutcome.NeedsPerson(cause, maybe("pii-link"));
          case 6 -> new SendOutcome.Deferred(cause, maybe(now()));
          default -> new SendOutcome.Withdrawn(cause);
        };
    String orderId = orders.isEmpty() || chance(20) ? null : orders.getLast();
    if (orderId != null && chance(10)) {
      orderId = orders.get(random.nextInt(orders.size()));
    }
    return new Input.SendAnswered(envelope(Actor.Kind.SYSTEM), messageId(known), orderId, outcome);
  }

  private Command command(Known known) {
    return switch (random.nextInt(24)) {
      case 0 -> new Command.ReviewProfile(pick(Verdict.values()), maybe("fits"));
      case 1, 2 -> new Command.ReviewProfile(Verdict.QUALIFIED, null);
      case 3, 4, 5, 6 ->
          new Command.RequestDraft(
              chance(80) ? due(known) : pick(MessageType.values()), maybe("v2"), chance(30));
      case 7 -> new Command.EditDraft(messageId(known), chance(10) ? "" : words());
      case 8 -> new Command.DiscardDraft(messageId(known), maybe("dull"));
      case 9, 10, 11, 12, 13 -> new Command.ApproveSend(messageId(known), fingerprint(known));
      case 14 -> new Command.CancelSend(messageId(known), maybe("changed my mind"));
      case 15, 16 -> manual(known);
      case 17 ->
          new Command.ResolveUnconfirmed(messageId(known), pick(Resolution.values()), "looked");
      case 18 -> new Command.RecordReceipt(receipt());
      case 19, 20, 21 -> new Command.RecordReply(kind(), inbound(known));
      case 22 -> chance(20) ? new Command.Suppress("asked") : due(known, "v3");
      default -> chance(15) ? new Command.Erase("asked") : due(known, "v4");
    };
  }

  private static Command due(Known known, String promptVersion) {
    return new Command.RequestDraft(due(known), promptVersion, true);
  }

  private static MessageType due(Known known) {
    return MessageType.ofStep(known.progress().nextStep());
  }

  private Command manual(Known known) {
    Instant sentAt = chance(30) ? now().plus(Duration.ofDays(1)) : now();
    return new Command.RecordManualSend(
        messageId(known), chance(70), maybe(words()), maybe(sentAt), maybe("no such account"));
  }

  private InboundKind kind() {
    return chance(70)
        ? pick(new InboundKind[] {InboundKind.AUTOMATIC, InboundKind.ECHO})
        : pick(InboundKind.values());
  }

  private Inbound inbound(Known known) {
    Message message = known.message();
    String ours = message == null ? null : message.draft().text();
    return new Inbound(
        "pii-in-" + random.nextInt(30),
        chance(50) ? ours : maybe(words()),
        maybe("pii-thread"),
        chance(20) ? "pii-address-" + random.nextInt(2) : null,
        now(),
        maybe(now().plus(Duration.ofDays(1))));
  }

  private Receipt receipt() {
    List<String> ids = chance(50) ? List.of("pii-mid") : List.of();
    Instant upTo = chance(50) ? now() : START;
    return new Receipt(pick(Receipt.Kind.values()), ids, upTo, now());
  }

  private String messageId(Known known) {
    Message message = known.message();
    if (message != null && chance(90)) {
      return message.id();
    }
    return DerivedId.message(PROFILE, known.progress().nextStep());
  }

  private String fingerprint(Known known) {
    Message message = known.message();
    String shown = message == null ? null : message.fingerprint();
    return shown != null && chance(85) ? shown : "0".repeat(64);
  }

  private Input command(Command command) {
    return new Input.Commanded(envelope(chance(95) ? Actor.Kind.PERSON : Actor.Kind.RULE), command);
  }

  private Envelope envelope(Actor.Kind kind) {
    count++;
    String workspace = chance(2) ? "another" : WORKSPACE;
    return new Envelope(
        "input-" + count, workspace, PROFILE, now(), "c", new Actor(kind, "pii-grace"));
  }

  private Instant now() {
    return START.plusSeconds(60L * count);
  }

  private String words() {
    return "pii words " + random.nextInt(5);
  }

  private <T> @Nullable T maybe(T value) {
    return chance(50) ? value : null;
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
