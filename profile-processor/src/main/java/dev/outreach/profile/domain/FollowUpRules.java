package dev.outreach.profile.domain;

import static dev.outreach.profile.domain.Decision.accept;
import static dev.outreach.profile.domain.Decision.unchanged;

import dev.outreach.profile.domain.Input.PolicyChanged;
import dev.outreach.profile.domain.ProfileEvent.FollowUpsAllowed;
import java.util.Optional;

/**
 * What the number of follow-ups allowed means for those who were written to and have not replied.
 * Whoever is further, or not that far, learns of a change with what happens to them next; a
 * follow-up under way goes on.
 */
final class FollowUpRules {

  private FollowUpRules() {}

  static Decision changed(Known known, PolicyChanged change, Policy policy) {
    return known.rests()
            && left(policy.followUps(), known.progress().followUpsSent()) != change.leftBefore()
        ? accept(new FollowUpsAllowed(policy.followUps()))
        : unchanged();
  }

  /**
   * Brings a conversation that came to rest under other rules in line with these: what was under
   * way while the rules changed goes back to where it came from.
   */
  static Optional<ProfileEvent> inLine(ProfileState state, Policy policy) {
    return state instanceof Known known
            && known.rests()
            && known.outreach() != standing(known, policy.followUps())
        ? Optional.of(new FollowUpsAllowed(policy.followUps()))
        : Optional.empty();
  }

  static Known allowed(Known known, FollowUpsAllowed event) {
    if (!known.rests()) {
      throw new IllegalStateException("a conversation that does not rest cannot be exhausted");
    }
    OutreachStatus next = standing(known, event.followUps());
    return known.moved(next, null, known.message(), known.progress());
  }

  private static OutreachStatus standing(Known known, int allowed) {
    return exhausted(allowed, known.progress().followUpsSent())
        ? OutreachStatus.EXHAUSTED
        : OutreachStatus.SENT;
  }

  /** Whether nothing more may follow after so many follow-ups; never so after the first message. */
  static boolean exhausted(int allowed, int sent) {
    return sent > 0 && left(allowed, sent) == 0;
  }

  static int left(int allowed, int sent) {
    return Math.max(0, allowed - sent);
  }
}
