package dev.outreach.profile.domain;

import static dev.outreach.profile.domain.Decision.accept;
import static dev.outreach.profile.domain.Decision.unchanged;

import dev.outreach.profile.domain.Input.Discovered;
import dev.outreach.profile.domain.ProfileEvent.ProfileRefreshed;
import dev.outreach.profile.domain.ProfileEvent.ProfileRegistered;
import java.util.List;

/** The same person found again is the same person: only what changed is news. */
final class DiscoveryRules {

  private DiscoveryRules() {}

  static Decision register(Discovered found) {
    return accept(
        new ProfileRegistered(
            found.envelope().workspaceId(),
            found.envelope().profileId(),
            found.job().jobId(),
            found.person()));
  }

  /** Of people who must not be contacted nothing new is stored. */
  static Decision refresh(Known known, Discovered found) {
    if (known.suppressed()) {
      return unchanged();
    }
    Person refreshed = known.person().refreshedBy(found.person());
    List<String> changed = known.person().changesTo(refreshed);
    return changed.isEmpty()
        ? unchanged()
        : accept(new ProfileRefreshed(found.job().jobId(), refreshed, changed));
  }
}
