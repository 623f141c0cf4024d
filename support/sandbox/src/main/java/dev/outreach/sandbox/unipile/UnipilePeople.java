package dev.outreach.sandbox.unipile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.people.Feed;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.people.Population;
import dev.outreach.sandbox.people.Post;
import dev.outreach.sandbox.unipile.UnipileReplies.Refused;
import dev.outreach.sandbox.wire.Hashes;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Searches, profiles and posts. */
final class UnipilePeople {

  private final Population population;
  private final Feed feed;

  UnipilePeople(Population population, Feed feed) {
    this.population = population;
    this.feed = feed;
  }

  /** What Unipile calls a person. */
  static String id(Person person) {
    return "ACoAA" + person.id();
  }

  Optional<Person> byId(String id) {
    return population.findById(id.replaceFirst("^ACoAA", ""));
  }

  Reply places(Asked asked) {
    String wanted = asked.call().parameter("keywords").orElse("").toLowerCase(Locale.ROOT);
    Set<String> cities = new TreeSet<>();
    for (Person person : population.all()) {
      if (person.place().city().toLowerCase(Locale.ROOT).contains(wanted)
          || person.place().country().toLowerCase(Locale.ROOT).equals(wanted)) {
        cities.add(person.place().city());
      }
    }
    ArrayNode items = Json.array();
    cities.forEach(city -> items.addObject().put("id", placeId(city)).put("title", city));
    return list(asked, items, "");
  }

  Reply search(Asked asked) {
    JsonNode body = asked.call().json();
    String keywords = body.path("keywords").asText().toLowerCase(Locale.ROOT);
    Set<String> places = new TreeSet<>();
    body.path("location").forEach(place -> places.add(place.asText()));
    int limit = Integer.parseInt(asked.call().parameter("limit").orElse("10"));
    int offset = Integer.parseInt(asked.call().parameter("cursor").orElse("0"));
    List<Person> matching =
        population.all().stream()
            .filter(person -> !person.personal())
            .filter(person -> person.biography().toLowerCase(Locale.ROOT).contains(keywords))
            .filter(person -> places.isEmpty() || places.contains(placeId(person.place().city())))
            .toList();
    ArrayNode items = Json.array();
    matching.stream().skip(offset).limit(limit).forEach(person -> items.add(result(person)));
    boolean more = offset + limit < matching.size();
    return list(asked, items, more ? Integer.toString(offset + limit) : "");
  }

  Reply profile(Asked asked, String provider) {
    String wanted = asked.segment(1);
    Person person =
        population
            .find(wanted)
            .or(() -> byId(wanted))
            .filter(found -> !found.personal())
            .orElseThrow(() -> new Refused(404, "resource_not_found"));
    return Reply.ok(asked.v2() ? userV2(person, provider) : userV1(person, provider));
  }

  Reply posts(Asked asked) {
    Person person =
        byId(asked.segment(1)).orElseThrow(() -> new Refused(404, "resource_not_found"));
    ArrayNode items = Json.array();
    feed.of(person, 0, 20).forEach(post -> items.add(post(post, asked.v2())));
    return list(asked, items, "");
  }

  /** A list in the wording of the generation asked in. */
  static Reply list(Asked asked, ArrayNode items, String cursor) {
    ObjectNode list = Json.object();
    list.set(asked.v2() ? "data" : "items", items);
    String name = asked.v2() ? "next_cursor" : "cursor";
    if (cursor.isEmpty()) {
      list.putNull(name);
    } else {
      list.put(name, cursor);
    }
    return Reply.ok(list);
  }

  private static ObjectNode result(Person person) {
    return Json.object()
        .put("type", "PEOPLE")
        .put("id", id(person))
        .put("public_identifier", person.username())
        .put("name", person.fullName())
        .put("headline", person.biography())
        .put("location", person.place().city());
  }

  private static ObjectNode userV1(Person person, String provider) {
    ObjectNode user =
        Json.object()
            .put("provider", provider)
            .put("provider_id", id(person))
            .put("public_identifier", person.username())
            .put("first_name", person.fullName().replaceFirst(" .*", ""))
            .put("last_name", person.fullName().replaceFirst("[^ ]* ?", ""))
            .put("location", person.place().city());
    if (provider.equals("INSTAGRAM")) {
      return user.put("biography", person.biography())
          .put("followers_count", person.audience().followers())
          .put("following_count", person.audience().follows())
          .put("posts_count", person.audience().posts())
          .put("is_verified", false)
          .put("provider_messaging_id", id(person));
    }
    user.putObject("primary_locale").put("country", person.place().country()).put("language", "en");
    return user.put("headline", person.biography())
        .put("follower_count", person.audience().followers());
  }

  private static ObjectNode userV2(Person person, String provider) {
    ObjectNode user =
        Json.object()
            .put("id", id(person))
            .put("type", "individual")
            .put("provider", provider)
            .put("public_identifier", person.username())
            .put("display_name", person.fullName())
            .put("bio", person.biography())
            .put("location", person.place().city())
            .put("followers_count", person.audience().followers())
            .put("following_count", person.audience().follows())
            .put("is_verified", false);
    ObjectNode specifics = user.putObject("specifics");
    if (provider.equals("INSTAGRAM")) {
      specifics.putObject("instagram").put("messaging_identifier", id(person));
    } else {
      specifics.putObject("linkedin").put("default_locale", "en_US");
    }
    return user;
  }

  private static ObjectNode post(Post post, boolean v2) {
    ObjectNode node =
        Json.object()
            .put("id", post.id())
            .put("created_at", post.at().toString())
            .put("text", post.caption())
            .put("comments_counter", post.comments())
            .put("reposts_counter", post.shares());
    long likes = post.likes().orElse(0);
    if (v2 && post.likes().isPresent()) {
      ArrayNode kinds = node.putArray("reactions_counter");
      kinds.addObject().put("type", "LIKE").put("count", likes - likes / 4);
      kinds.addObject().put("type", "PRAISE").put("count", likes / 4);
    } else if (post.likes().isPresent()) {
      node.put("reactions_counter", likes);
    }
    return node;
  }

  private static String placeId(String city) {
    return Long.toString(100_000_000L + Hashes.number("place", city) % 900_000_000L);
  }
}
