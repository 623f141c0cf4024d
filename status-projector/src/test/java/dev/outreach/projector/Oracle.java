package dev.outreach.projector;

import dev.outreach.schemas.MessageState;
import dev.outreach.schemas.MessageStatus;
import dev.outreach.schemas.OutreachStatus;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.ProfileSummary;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Counts the log by itself, knowing nothing of tables: the newest event of each person wins. */
final class Oracle {

  private final Map<String, ProfileEvent> newest = new HashMap<>();
  private final Map<String, ProfileEvent> newestOfMessage = new HashMap<>();

  void saw(ProfileEvent event) {
    newest.merge(event.getProfileId(), event, Oracle::newer);
    event
        .getAfter()
        .getMessage()
        .ifPresent(message -> newestOfMessage.merge(message.getMessageId(), event, Oracle::newer));
  }

  Map<String, Long> counts(Instant readyBefore) {
    Map<String, Long> counts = new HashMap<>();
    for (ProfileEvent event : newest.values()) {
      ProfileSummary after = event.getAfter();
      increment(counts, "people");
      increment(counts, after.getDiscoveryStatus().name().toLowerCase(Locale.ROOT));
      increment(counts, after.getOutreachStatus().name().toLowerCase(Locale.ROOT));
      if (isReady(after, readyBefore)) {
        increment(counts, "followup_ready");
      }
    }
    for (ProfileEvent event : newestOfMessage.values()) {
      Optional<MessageState> message = event.getAfter().getMessage();
      if (message.isPresent() && message.get().getStatus() == MessageStatus.WAITING_MANUAL) {
        increment(counts, "waiting_manual");
      }
    }
    return counts;
  }

  private static boolean isReady(ProfileSummary after, Instant readyBefore) {
    return after.getOutreachStatus() == OutreachStatus.SENT
        && after.getFollowUpsLeft() > 0
        && after.getLastContactedAt().filter(time -> time.isBefore(readyBefore)).isPresent();
  }

  private static ProfileEvent newer(ProfileEvent one, ProfileEvent other) {
    return other.getVersion() > one.getVersion() ? other : one;
  }

  private static void increment(Map<String, Long> counts, String key) {
    counts.merge(key, 1L, Long::sum);
  }
}
