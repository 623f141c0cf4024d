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

/** Turns a marketplace creator into a profile. */
final class CreatorReader {

  private final EngagementScore score;
  private final Clock clock;

  CreatorReader(EngagementScore score, Clock clock) {
    this.score = score;
    this.clock = clock;
  }

  NormalisedProfile read(JsonNode creator, JsonNode videos) {
    Instant now = clock.instant();
    String handle = creator.path("handle_name").asText();
    List<PostFigures> figures = figures(videos);
    Audience audience =
        new Audience(
            Json.number(creator, "followers_count"),
            Json.number(creator, "following_count"),
            Json.number(creator, "videos_count"),
            null);
    return new NormalisedProfile(
        new Identity(
            Platform.TIKTOK,
            Json.text(creator, "creator_id"),
            handle,
            "https://www.tiktok.com/@" + handle,
            null),
        new Description(
            Json.text(creator, "display_name"),
            Json.text(creator, "bio"),
            category(creator),
            Json.text(creator, "country_code"),
            null,
            null),
        audience,
        NormalisedProfile.Activity.of(figures),
        score.of(Platform.TIKTOK, audience, figures, now),
        new Source("tiktok one creator", now));
  }

  private static @Nullable String category(JsonNode creator) {
    String industry = Json.text(creator.path("industry_labels").path(0), "label_name");
    return industry == null
        ? Json.text(creator.path("content_labels").path(0), "label_name")
        : industry;
  }

  /** Marketplace times are milliseconds. */
  private static List<PostFigures> figures(JsonNode videos) {
    List<PostFigures> figures = new ArrayList<>();
    for (JsonNode video : videos.path("posts")) {
      Long at = Json.number(video, "create_time");
      if (at != null) {
        figures.add(
            new PostFigures(
                Instant.ofEpochMilli(at),
                Json.number(video, "likes"),
                Json.number(video, "comments"),
                Json.number(video, "shares")));
      }
    }
    return figures;
  }
}
