package dev.outreach.platforms.facebook;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns a Page node into a profile. Facebook tells neither whom a Page follows nor how many posts
 * it has.
 */
final class PageReader {

  static final String FIELDS =
      "id,name,username,link,about,category,fan_count,followers_count,location,website,"
          + "verification_status";
  static final String POST_FIELDS =
      "id,created_time,shares,reactions.summary(total_count).limit(0),comments.summary(true).limit(0)";

  private final EngagementScore score;
  private final Clock clock;

  PageReader(EngagementScore score, Clock clock) {
    this.score = score;
    this.clock = clock;
  }

  /**
   * Reads a Page.
   *
   * @param handle stands in for the username where the Page has none
   */
  NormalisedProfile read(JsonNode page, String handle, JsonNode posts) {
    Instant now = clock.instant();
    Long followers = Json.number(page, "followers_count");
    Audience audience =
        new Audience(
            followers == null ? Json.number(page, "fan_count") : followers,
            null,
            null,
            verified(page));
    List<PostFigures> figures = figures(posts);
    String username = Json.text(page, "username");
    return new NormalisedProfile(
        new Identity(
            Platform.FACEBOOK,
            Json.text(page, "id"),
            username == null ? handle : username,
            Json.text(page, "link"),
            null),
        description(page),
        audience,
        NormalisedProfile.Activity.of(figures),
        score.of(Platform.FACEBOOK, audience, figures, now),
        new Source("facebook page", now));
  }

  private static Description description(JsonNode page) {
    String about = Json.text(page, "about");
    return new Description(
        Json.text(page, "name"),
        about == null ? Json.text(page, "description") : about,
        Json.text(page, "category"),
        location(page.path("location")),
        null,
        Json.text(page, "website"));
  }

  private static @Nullable String location(JsonNode location) {
    String text =
        Stream.of("city", "country")
            .map(field -> location.path(field).asText())
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? null : text;
  }

  private static @Nullable Boolean verified(JsonNode page) {
    String status = Json.text(page, "verification_status");
    return status == null ? null : Boolean.valueOf(status.equals("blue_verified"));
  }

  private static List<PostFigures> figures(JsonNode posts) {
    List<PostFigures> figures = new ArrayList<>();
    for (JsonNode post : posts.path("data")) {
      GraphTime.parse(Json.text(post, "created_time"))
          .ifPresent(
              at ->
                  figures.add(
                      new PostFigures(
                          at,
                          Json.number(post.path("reactions").path("summary"), "total_count"),
                          Json.number(post.path("comments").path("summary"), "total_count"),
                          Json.number(post.path("shares"), "count"))));
    }
    return figures;
  }
}
