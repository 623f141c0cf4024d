package dev.outreach.api.status;

import dev.outreach.schemas.DiscoveryStatus;
import dev.outreach.schemas.OutreachStatus;
import dev.outreach.schemas.Platform;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.ProfileSummary;
import java.time.Instant;

/** How one person stood after their newest event so far, as far as the counts care. */
record Standing(
    long version,
    Platform platform,
    DiscoveryStatus discovery,
    OutreachStatus outreach,
    boolean hasFollowUpsLeft,
    long lastContactedMillis) {

  private static final long NEVER = Long.MAX_VALUE;

  static Standing after(ProfileEvent event) {
    ProfileSummary after = event.getAfter();
    return new Standing(
        event.getVersion(),
        after.getProfile().getPlatform(),
        after.getDiscoveryStatus(),
        after.getOutreachStatus(),
        after.getFollowUpsLeft() > 0,
        after.getLastContactedAt().map(Instant::toEpochMilli).orElse(NEVER));
  }

  boolean isDue(Instant readyBefore) {
    return outreach == OutreachStatus.SENT
        && hasFollowUpsLeft
        && lastContactedMillis < readyBefore.toEpochMilli();
  }
}
