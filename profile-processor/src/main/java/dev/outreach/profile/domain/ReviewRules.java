package dev.outreach.profile.domain;

import static dev.outreach.profile.domain.Decision.accept;
import static dev.outreach.profile.domain.Decision.reject;
import static dev.outreach.profile.domain.Decision.unchanged;

import dev.outreach.profile.domain.Command.ReviewProfile;
import dev.outreach.profile.domain.ProfileEvent.ProfileReviewed;

/** Any verdict at any time, and another one, until a message has left or is on its way. */
final class ReviewRules {

  private ReviewRules() {}

  static Decision review(Known known, ReviewProfile command) {
    if (known.discovery() == command.verdict().status()) {
      return unchanged();
    }
    if (known.erased()) {
      return Refusals.erased();
    }
    if (known.progress().contacted()) {
      return reject(
          RejectionCode.MESSAGE_ALREADY_SENT,
          "A message was sent, so the verdict stands: suppress the person to stop contact.");
    }
    Message message = known.message();
    if (message != null && message.status().waitsForSending()) {
      return Refusals.alreadyQueued();
    }
    if (message != null && message.status() == MessageStatus.UNCONFIRMED) {
      return Refusals.outcomeUnknown();
    }
    return accept(new ProfileReviewed(command.verdict(), command.reason()));
  }
}
