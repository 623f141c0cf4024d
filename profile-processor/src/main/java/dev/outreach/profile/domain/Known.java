package dev.outreach.profile.domain;

import dev.outreach.schemas.identity.DerivedId;
import org.jspecify.annotations.Nullable;

/**
 * A person and how things stand with them. Cannot exist in a state the rules do not allow.
 *
 * @param workspaceId whose person this is
 * @param profileId the person
 * @param version number of events so far
 * @param person what is known of them; personal data
 * @param discovery what the reviewer made of them
 * @param outreach where the conversation stands
 * @param resume where it goes back to when the open draft or send comes to nothing
 * @param task the draft being written
 * @param message the open message, or the last one
 * @param conversation what was said
 * @param progress how far we came
 * @param closed whether and why nothing may be sent any more
 */
public record Known(
    String workspaceId,
    String profileId,
    long version,
    Person person,
    DiscoveryStatus discovery,
    OutreachStatus outreach,
    OutreachStatus resume,
    @Nullable OpenTask task,
    @Nullable Message message,
    Conversation conversation,
    Progress progress,
    Closed closed)
    implements ProfileState {

  /** Whether a person's wish keeps us from contacting them, in growing strength. */
  public enum Closed {
    NO,
    /** Never contact them again. */
    SUPPRESSED,
    /** Moreover, keep nothing about them. */
    ERASED
  }

  public Known {
    require((task != null) == (outreach == OutreachStatus.DRAFTING), "task", outreach);
    require(closed == Closed.NO || outreach == OutreachStatus.OPTED_OUT, "closed", outreach);
    require(fits(outreach, message, progress), "message", outreach);
    require(resumable(resume, progress), "resume", outreach);
  }

  static Known found(ProfileEvent.ProfileRegistered event) {
    return new Known(
        event.workspaceId(),
        event.profileId(),
        1,
        event.person(),
        DiscoveryStatus.DISCOVERED,
        OutreachStatus.NOT_STARTED,
        OutreachStatus.NOT_STARTED,
        null,
        null,
        Conversation.NONE,
        Progress.NONE,
        Closed.NO);
  }

  /** Whether we forgot who this is. */
  public boolean erased() {
    return closed == Closed.ERASED;
  }

  /** Whether this person must not be contacted. */
  public boolean suppressed() {
    return closed != Closed.NO;
  }

  /** Whether the person was written to, has not replied, and nothing is under way. */
  public boolean rests() {
    return outreach == OutreachStatus.SENT || outreach == OutreachStatus.EXHAUSTED;
  }

  /** Follow-ups still allowed. */
  public int followUpsLeft(Policy policy) {
    boolean over = outreach.stopped() || outreach == OutreachStatus.EXHAUSTED;
    return over ? 0 : FollowUpRules.left(policy.followUps(), progress.followUpsSent());
  }

  /** Where a message would go now: the messaging address, or the handle while there is none. */
  public String recipient() {
    return conversation.address() == null ? person.username() : conversation.address();
  }

  /** Where a message would go now, and by which account. */
  Destination destination(Policy policy) {
    String account = policy.account(person.platform());
    return new Destination(person.platform(), account, recipient());
  }

  /** Id of the message at a position of the sequence. */
  String messageId(int step) {
    return DerivedId.message(profileId, step);
  }

  /** The message in hand, if it is the one asked for. */
  @Nullable Message messageInHand(String messageId) {
    return message != null && message.id().equals(messageId) ? message : null;
  }

  Known versioned() {
    return new Known(
        workspaceId,
        profileId,
        version + 1,
        person,
        discovery,
        outreach,
        resume,
        task,
        message,
        conversation,
        progress,
        closed);
  }

  Known with(Person newPerson, DiscoveryStatus newDiscovery) {
    return new Known(
        workspaceId,
        profileId,
        version,
        newPerson,
        newDiscovery,
        outreach,
        resume,
        task,
        message,
        conversation,
        progress,
        closed);
  }

  Known with(Conversation newConversation) {
    return new Known(
        workspaceId,
        profileId,
        version,
        person,
        discovery,
        outreach,
        resume,
        task,
        message,
        newConversation,
        progress,
        closed);
  }

  Known with(Closed newClosed) {
    return new Known(
        workspaceId,
        profileId,
        version,
        person,
        discovery,
        outreach,
        resume,
        task,
        message,
        conversation,
        progress,
        newClosed);
  }

  Known with(@Nullable Message newMessage) {
    return moved(outreach, task, newMessage, progress);
  }

  /** A step of the conversation; refuses to leave the legal ways. */
  Known moved(
      OutreachStatus next,
      @Nullable OpenTask newTask,
      @Nullable Message newMessage,
      Progress newProgress) {
    return new Known(
        workspaceId,
        profileId,
        version,
        person,
        discovery,
        outreach.become(next),
        resumeAfter(next, newProgress),
        newTask,
        newMessage,
        conversation,
        newProgress,
        closed);
  }

  /** Where a conversation rests between messages, and where a fruitless draft goes back to. */
  private static boolean resting(OutreachStatus status) {
    return switch (status) {
      case NOT_STARTED, SENT, FAILED -> true;
      case DRAFTING, DRAFTED, QUEUED, REPLIED, UNCONFIRMED, OPTED_OUT, EXHAUSTED -> false;
    };
  }

  /** Once a message has reached the person, no way leads back to before that. */
  private OutreachStatus resumeAfter(OutreachStatus next, Progress newProgress) {
    if (resting(next)) {
      return next;
    }
    return newProgress.contacted() && resume == OutreachStatus.NOT_STARTED
        ? OutreachStatus.SENT
        : resume;
  }

  private static boolean resumable(OutreachStatus resume, Progress progress) {
    return resting(resume) && (resume != OutreachStatus.NOT_STARTED || !progress.contacted());
  }

  private static boolean fits(
      OutreachStatus outreach, @Nullable Message message, Progress progress) {
    return switch (outreach) {
      case NOT_STARTED -> !progress.contacted() && !(message != null && message.status().open());
      case DRAFTED -> message != null && message.status() == MessageStatus.DRAFTED;
      case QUEUED -> message != null && message.status().waitsForSending();
      case UNCONFIRMED -> message != null && message.status() == MessageStatus.UNCONFIRMED;
      case SENT, EXHAUSTED -> progress.contacted();
      case FAILED -> message != null && !message.status().open();
      case DRAFTING ->
          message == null || !message.status().open() || message.status() == MessageStatus.DRAFTED;
      case REPLIED, OPTED_OUT -> message == null || message.status() != MessageStatus.DRAFTED;
    };
  }

  private static void require(boolean holds, String component, OutreachStatus outreach) {
    if (!holds) {
      throw new IllegalArgumentException(component + " does not fit outreach status " + outreach);
    }
  }
}
