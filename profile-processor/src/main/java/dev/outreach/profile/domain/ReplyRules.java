package dev.outreach.profile.domain;

import static dev.outreach.profile.domain.Decision.accept;
import static dev.outreach.profile.domain.Decision.unchanged;

import dev.outreach.profile.domain.Command.RecordReply;
import dev.outreach.profile.domain.ProfileEvent.AutomaticReplyReceived;
import dev.outreach.profile.domain.ProfileEvent.ContactOpened;
import dev.outreach.profile.domain.ProfileEvent.EchoReceived;
import dev.outreach.profile.domain.ProfileEvent.ProfileSuppressed;
import dev.outreach.profile.domain.ProfileEvent.ReplyReceived;
import java.time.Duration;

/** A reply stops everything; our own echoes and automatic replies stop nothing. */
final class ReplyRules {

  private static final Duration ROBOTS_ANSWER_WITHIN = Duration.ofMinutes(10);

  private ReplyRules() {}

  static Decision record(Known known, RecordReply command, Policy policy) {
    if (known.erased()) {
      return Refusals.erased();
    }
    Inbound inbound = command.inbound();
    if (known.conversation().knows(inbound)) {
      return unchanged();
    }
    return switch (command.kind()) {
      case REPLY -> accept(heard(known, inbound));
      case AUTOMATIC ->
          accept(
              isPrompt(known, inbound)
                  ? new AutomaticReplyReceived(inbound)
                  : heard(known, inbound));
      case ECHO -> echo(known, inbound, policy);
      case OPT_OUT -> optOut(known, inbound);
    };
  }

  /**
   * A robot answers at once. Whoever takes their time wrote it themselves, and may have said more
   * than that they are away.
   */
  private static boolean isPrompt(Known known, Inbound inbound) {
    LastSent sent = known.conversation().lastSent();
    return sent == null || inbound.receivedAt().isBefore(sent.sentAt().plus(ROBOTS_ANSWER_WITHIN));
  }

  /** Whoever writes before we ever began has opened a door, not answered. */
  private static ProfileEvent heard(Known known, Inbound inbound) {
    return known.outreach() == OutreachStatus.NOT_STARTED
        ? new ContactOpened(inbound)
        : new ReplyReceived(inbound);
  }

  private static Decision optOut(Known known, Inbound inbound) {
    ReplyReceived reply = new ReplyReceived(inbound);
    return known.suppressed()
        ? accept(reply)
        : accept(reply, new ProfileSuppressed("the person asked not to be contacted"));
  }

  private static Decision echo(Known known, Inbound inbound, Policy policy) {
    EchoReceived echo = new EchoReceived(inbound);
    Message message = known.message();
    return message != null && confirms(inbound, message)
        ? accept(echo, SendRules.shown(message, inbound, policy))
        : accept(echo);
  }

  /**
   * Whether it is the message in doubt: the same words, where the platform shows them, and not from
   * before its approval.
   */
  private static boolean confirms(Inbound inbound, Message message) {
    boolean wordless = inbound.text() == null || message.draft().text() == null;
    return message.status() == MessageStatus.UNCONFIRMED
        && message.isSince(inbound)
        && (wordless || message.isShownBy(inbound));
  }
}
