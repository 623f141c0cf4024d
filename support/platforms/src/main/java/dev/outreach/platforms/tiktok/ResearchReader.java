package dev.outreach.platforms.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.EngagementScore;
import dev.outreach.platforms.NormalisedProfile;
import dev.outreach.platforms.NormalisedProfile.Audience;
import dev.outreach.platforms.NormalisedProfile.Description;
import dev.outreach.platforms.NormalisedProfile.Identity;
import dev.outreach.platforms.NormalisedProfile.Source;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PostFigures;
import dev.outreach.platforms.transport.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a user of the Research API and recent videos into a profile. */
final class ResearchReader {

  private final EngagementScore score;
  private final Clock clock;

  ResearchReader(EngagementScore score, Clock clock) {
    this.score = score;
    this.clock = clock;
  }

  /** The Research API tells no id of a person, and no language. */
  NormalisedProfile read(String handle, JsonNode user, JsonNode videos) {
    Instant now = clock.instant();
    List<PostFigures> figures = figures(videos);
    Audience audience =
        new Audience(
            Json.number(user, "follower_count"),
            Json.number(user, "following_count"),
            Json.number(user, "video_count"),
            user.path("is_verified").isBoolean()
                ? Boolean.valueOf(user.path("is_verified").asBoolean())
                : null);
    return new NormalisedProfile(
        new Identity(Platform.TIKTOK, null, handle, "https://www.tiktok.com/@" + handle, null),
        new Description(
            Json.text(user, "display_name"),
            Json.text(user, "bio_description"),
            null,
            region(videos),
            null,
            null),
        audience,
        NormalisedProfile.Activity.of(figures),
        score.of(Platform.TIKTOK, audience, figures, now),
        new Source("tiktok research user", now));
  }

  /** Where the newest video was registered; a user has no place of its own. */
  private static @Nullable String region(JsonNode videos) {
    return Json.text(videos.path("videos").path(0), "region_code");
  }

  /** Times are seconds. */
  private static List<PostFigures> figures(JsonNode videos) {
    List<PostFigures> figures = new ArrayList<>();
    for (JsonNode video : videos.path("videos")) {
      Long at = Json.number(video, "create_time");
      if (at != null) {
        figures.add(
            new PostFigures(
                Instant.ofEpochSecond(at),
                Json.number(video, "like_count"),
                Json.number(video, "comment_count"),
                Json.number(video, "share_count")));
      }
    }
    return figures;
  }
}
