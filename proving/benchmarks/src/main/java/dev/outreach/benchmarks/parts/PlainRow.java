package dev.outreach.benchmarks.parts;

import dev.outreach.schemas.Profile;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.ProfileSummary;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The row of a person as a plain sink writes it: one table, no counts, no timeline. */
final class PlainRow {

  /** Names the person. */
  static final String KEY = "profile_id";

  private PlainRow() {}

  /** Columns in the order of the table. */
  static Map<String, @Nullable Object> of(ProfileEvent event) {
    ProfileSummary after = event.getAfter();
    Profile profile = after.getProfile();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put(KEY, event.getProfileId());
    row.put("workspace_id", event.getWorkspaceId());
    row.put("platform", word(profile.getPlatform()));
    row.put("username", profile.getUsername());
    row.put("external_id", profile.getExternalId().orElse(null));
    row.put("full_name", profile.getFullName().orElse(null));
    row.put("bio", profile.getBio().orElse(null));
    row.put("category", profile.getCategory().orElse(null));
    row.put("location", profile.getLocation().orElse(null));
    row.put("profile_url", profile.getProfileUrl().orElse(null));
    row.put("website", profile.getWebsite().orElse(null));
    row.put("followers", profile.getFollowers().orElse(null));
    row.put("following", profile.getFollowing().orElse(null));
    row.put("posts", profile.getPosts().orElse(null));
    row.put("language", profile.getLanguage().orElse(null));
    row.put("source", profile.getSource());
    row.put("collected_at", profile.getCollectedAt().toEpochMilli());
    row.put("discovery_status", word(after.getDiscoveryStatus()));
    row.put("outreach_status", word(after.getOutreachStatus()));
    row.put("follow_ups_left", (long) after.getFollowUpsLeft());
    row.put(
        "last_contacted_at", after.getLastContactedAt().map(Instant::toEpochMilli).orElse(null));
    row.put("version", event.getVersion());
    row.put("updated_at", event.getOccurredAt().toEpochMilli());
    return row;
  }

  /** Whether a column holds numbers, times among them; the others hold texts. */
  static boolean isNumber(String column) {
    return column.endsWith("_at")
        || Set.of("followers", "following", "posts", "follow_ups_left", "version").contains(column);
  }

  private static String word(Enum<?> symbol) {
    return symbol.name().toLowerCase(Locale.ROOT);
  }
}
