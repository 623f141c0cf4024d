package dev.outreach.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.sandbox.people.Feed;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.people.Population;
import dev.outreach.sandbox.people.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The videos that a question of the Research API asks for. */
final class ResearchVideos {

  private static final Set<String> OPERATIONS = Set.of("EQ", "IN", "GT", "GTE", "LT", "LTE");
  private static final int LOOKED_AT = 50;

  private final Population population;
  private final Feed feed;

  ResearchVideos(Population population, Feed feed) {
    this.population = population;
    this.feed = feed;
  }

  /** A video and who made it. */
  record Video(Person author, Post post) {}

  /**
   * All of them, person by person.
   *
   * @throws IllegalArgumentException where a condition is none
   */
  List<Video> matching(JsonNode question, LocalDate first, LocalDate last) {
    List<Video> videos = new ArrayList<>();
    for (Person person : population.all()) {
      if (!person.personal() && matches(person, question.path("query").path("and"))) {
        for (Post post : feed.of(person, 0, LOOKED_AT)) {
          if (isWithin(post.at(), first, last)) {
            videos.add(new Video(person, post));
          }
        }
      }
    }
    return videos;
  }

  private static boolean matches(Person person, JsonNode conditions) {
    for (JsonNode condition : conditions) {
      if (!OPERATIONS.contains(condition.path("operation").asText())) {
        throw new IllegalArgumentException("operation is unknown");
      }
      Set<String> values = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      condition.path("field_values").forEach(value -> values.add(value.asText()));
      if (!matches(person, condition.path("field_name").asText(), values)) {
        return false;
      }
    }
    return !conditions.isEmpty();
  }

  private static boolean matches(Person person, String field, Set<String> values) {
    return switch (field) {
      case "username" -> values.contains(person.username());
      case "region_code" -> values.contains(person.place().country());
      case "hashtag_name" -> person.topics().stream().anyMatch(values::contains);
      case "keyword" -> values.stream().anyMatch(word -> writesAbout(person, word));
      default -> throw new IllegalArgumentException("field_name is unknown");
    };
  }

  private static boolean writesAbout(Person person, String word) {
    return person.biography().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
  }

  private static boolean isWithin(Instant at, LocalDate first, LocalDate last) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
