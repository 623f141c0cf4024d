package dev.outreach.platforms.unipile;

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
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns a user of either generation of the interface into a profile. */
final class UnipileReader {

  private final Platform platform;
  private final EngagementScore score;
  private final Clock clock;

  UnipileReader(Platform platform, EngagementScore score, Clock clock) {
    this.platform = platform;
    this.score = score;
    this.clock = clock;
  }

  /** Unipile's id of a user, by which posts and conversations are asked for. */
  static @Nullable String id(JsonNode user) {
    return first(user, "provider_id", "id");
  }

  /**
   * Reads a user.
   *
   * @param handle stands in for a public identifier that is not told
   */
  NormalisedProfile read(JsonNode user, String handle, JsonNode posts) {
    Instant now = clock.instant();
    String username = Optional.ofNullable(Json.text(user, "public_identifier")).orElse(handle);
    List<PostFigures> figures = figures(posts);
    Audience audience =
        new Audience(
            firstNumber(user, "followers_count", "follower_count"),
            Json.number(user, "following_count"),
            Json.number(user, "posts_count"),
            user.path("is_verified").isBoolean()
                ? Boolean.valueOf(user.path("is_verified").asBoolean())
                : null);
    return new NormalisedProfile(
        new Identity(platform, id(user), username, url(user, username), address(user)),
        description(user),
        audience,
        NormalisedProfile.Activity.of(figures),
        score.of(platform, audience, figures, now),
        new Source("unipile user", now));
  }

  private static Description description(JsonNode user) {
    return new Description(
        name(user),
        joined(
            " – ",
            Json.text(user, "headline"),
            first(user, "summary", "bio", "description", "biography")),
        first(user, "industry", "category"),
        Json.text(user, "location"),
        Optional.ofNullable(Json.text(user.path("primary_locale"), "language"))
            .orElse(locale(user)),
        website(user));
  }

  /** One of a company, a list of a person. */
  private static @Nullable String website(JsonNode user) {
    String one = Json.text(user, "website");
    String first = user.path("websites").path(0).asText();
    return one == null && !first.isBlank() ? first : one;
  }

  private static @Nullable String locale(JsonNode user) {
    String locale = Json.text(user.path("specifics").path("linkedin"), "default_locale");
    return locale == null ? null : locale.replaceFirst("[_-].*", "");
  }

  private static @Nullable String name(JsonNode user) {
    String whole = first(user, "display_name", "full_name", "name");
    return whole == null
        ? joined(" ", Json.text(user, "first_name"), Json.text(user, "last_name"))
        : whole;
  }

  private String url(JsonNode user, String username) {
    String told = first(user, "public_profile_url", "profile_url");
    if (told != null) {
      return told;
    }
    return platform == Platform.INSTAGRAM
        ? "https://www.instagram.com/" + username + "/"
        : "https://www.linkedin.com/in/" + username;
  }

  /** Instagram has an address of its own for messages. */
  private @Nullable String address(JsonNode user) {
    if (platform == Platform.LINKEDIN) {
      return id(user);
    }
    String first = Json.text(user, "provider_messaging_id");
    return first == null
        ? Json.text(user.path("specifics").path("instagram"), "messaging_identifier")
        : first;
  }

  private static List<PostFigures> figures(JsonNode posts) {
    List<PostFigures> figures = new ArrayList<>();
    for (JsonNode post : posts) {
      time(first(post, "created_at", "parsed_datetime"))
          .ifPresent(
              at ->
                  figures.add(
                      new PostFigures(
                          at,
                          reactions(post.path("reactions_counter")),
                          firstNumber(post, "comments_counter", "comment_counter"),
                          firstNumber(post, "reposts_counter", "repost_counter"))));
    }
    return figures;
  }

  /** Version 2 counts each kind of reaction, version 1 all of them. */
  private static @Nullable Long reactions(JsonNode counter) {
    if (!counter.isArray()) {
      return counter.isNumber() ? Long.valueOf(counter.asLong()) : null;
    }
    long sum = 0;
    for (JsonNode kind : counter) {
      sum += kind.isNumber() ? kind.asLong() : kind.path("count").asLong();
    }
    return sum;
  }

  static Optional<Instant> time(@Nullable String iso) {
    try {
      return Optional.ofNullable(iso).map(Instant::parse);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static @Nullable String first(JsonNode node, String... fields) {
    return Stream.of(fields)
        .map(field -> Json.text(node, field))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Long firstNumber(JsonNode node, String first, String second) {
    Long number = Json.number(node, first);
    return number == null ? Json.number(node, second) : number;
  }

  private static @Nullable String joined(String by, @Nullable String... parts) {
    String text = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(by));
    return text.isEmpty() ? null : text;
  }
}
