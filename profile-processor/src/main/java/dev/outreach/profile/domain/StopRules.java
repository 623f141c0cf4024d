package dev.outreach.profile.domain;

import static dev.outreach.profile.domain.Decision.accept;
import static dev.outreach.profile.domain.Decision.unchanged;

import dev.outreach.profile.domain.Command.Erase;
import dev.outreach.profile.domain.Command.Suppress;
import dev.outreach.profile.domain.ProfileEvent.ProfileErased;
import dev.outreach.profile.domain.ProfileEvent.ProfileSuppressed;

/** Never again, and forget: both are final, and asking twice is no fault. */
final class StopRules {

  private StopRules() {}

  static Decision suppress(Known known, Suppress command) {
    return known.suppressed() ? unchanged() : accept(new ProfileSuppressed(command.reason()));
  }

  static Decision erase(Known known, Erase command) {
    return known.erased() ? unchanged() : accept(new ProfileErased(command.reason()));
  }
}
