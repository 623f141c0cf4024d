package dev.outreach.platforms.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.EngagementScore;
import dev.outreach.platforms.NormalisedProfile;
import dev.outreach.platforms.NormalisedProfile.Audience;
import dev.outreach.platforms.NormalisedProfile.Description;
import dev.outreach.platforms.NormalisedProfile.Identity;
import dev.outreach.platforms.NormalisedProfile.Source;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PostFigures;
import dev.outreach.platforms.meta.GraphTime;
import dev.outreach.platforms.transport.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns a business_discovery node into a profile. Instagram tells no category, location, language
 * or verification.
 */
final class ProfileReader {

  static final String FIELDS =
      "id,username,name,biography,website,followers_count,follows_count,media_count,"
          + mediaFields("");

  private final EngagementScore score;
  private final Clock clock;

  ProfileReader(EngagementScore score, Clock clock) {
    this.score = score;
    this.clock = clock;
  }

  /**
   * The media part of the field expression.
   *
   * @param cursor {@code .after(…)} or nothing
   */
  static String mediaFields(String cursor) {
    return "media" + cursor + ".limit(25){id,comments_count,like_count,timestamp}";
  }

  /** Whether more posts could no longer change the score. */
  boolean hasFullSample(List<JsonNode> media) {
    return score.isFull(figures(media), clock.instant());
  }

  NormalisedProfile read(JsonNode node, List<JsonNode> media) {
    Instant now = clock.instant();
    String username = node.path("username").asText();
    Audience audience =
        new Audience(
            Json.number(node, "followers_count"),
            Json.number(node, "follows_count"),
            Json.number(node, "media_count"),
            null);
    List<PostFigures> posts = figures(media);
    return new NormalisedProfile(
        new Identity(
            Platform.INSTAGRAM,
            Json.text(node, "id"),
            username,
            "https://www.instagram.com/" + username + "/",
            null),
        new Description(
            Json.text(node, "name"),
            Json.text(node, "biography"),
            null,
            null,
            null,
            Json.text(node, "website")),
        audience,
        NormalisedProfile.Activity.of(posts),
        score.of(Platform.INSTAGRAM, audience, posts, now),
        new Source("instagram business_discovery", now));
  }

  /** Posts without a readable time cannot be placed and are left out. */
  private static List<PostFigures> figures(List<JsonNode> media) {
    return media.stream().flatMap(ProfileReader::figures).toList();
  }

  private static Stream<PostFigures> figures(JsonNode post) {
    Optional<Instant> at = GraphTime.parse(Json.text(post, "timestamp"));
    return at.stream()
        .map(
            time ->
                new PostFigures(
                    time,
                    Json.number(post, "like_count"),
                    Json.number(post, "comments_count"),
                    null));
  }
}
