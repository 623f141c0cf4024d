package dev.outreach.sandbox.facebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.meta.Field;
import dev.outreach.sandbox.meta.GraphErrors;
import dev.outreach.sandbox.meta.GraphRefusal;
import dev.outreach.sandbox.meta.GraphTimes;
import dev.outreach.sandbox.people.Feed;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.people.Population;
import dev.outreach.sandbox.people.Post;
import dev.outreach.sandbox.wire.Call;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Pages search and Page nodes; every invented person who is not private runs a Page. */
final class FacebookPages {

  private final Population population;
  private final Feed feed;

  FacebookPages(Population population, Feed feed) {
    this.population = population;
    this.feed = feed;
  }

  /**
   * Carries out {@code GET /pages/search}. A page of results may be empty and still be followed by
   * another.
   */
  Reply search(Call call) {
    String wanted = call.parameter("q").orElse("").toLowerCase(Locale.ROOT);
    if (wanted.isBlank()) {
      throw new GraphRefusal(GraphErrors.error(100, "(#100) The parameter q is required"));
    }
    int limit = Math.clamp(call.parameter("limit").map(Integer::parseInt).orElse(25), 1, 100);
    int offset = call.parameter("after").map(Integer::parseInt).orElse(0);
    List<Person> matching =
        population.all().stream().filter(person -> matches(person, wanted)).toList();
    ObjectNode reply = Json.object();
    ArrayNode data = reply.putArray("data");
    List<Field> fields = Field.parse(call.parameter("fields").orElse("id,name"));
    matching.stream().skip(offset).limit(limit).forEach(person -> data.add(page(person, fields)));
    if (offset + limit < matching.size()) {
      ObjectNode paging = reply.putObject("paging");
      paging.putObject("cursors").put("after", Integer.toString(offset + limit));
      paging.put("next", "https://graph.facebook.com/v26.0/pages/search?after=" + (offset + limit));
    }
    return Reply.ok(reply);
  }

  /** Carries out {@code GET /{page}} by id or username. */
  Optional<Reply> page(Call call) {
    return find(call.segment(1))
        .map(
            person ->
                Reply.ok(page(person, Field.parse(call.parameter("fields").orElse("id,name")))));
  }

  /** Carries out {@code GET /{page}/posts}. */
  Optional<Reply> posts(Call call) {
    int limit = Math.clamp(call.parameter("limit").map(Integer::parseInt).orElse(25), 1, 100);
    return find(call.segment(1)).map(person -> Reply.ok(posts(feed.of(person, 0, limit))));
  }

  private Optional<Person> find(String idOrUsername) {
    return population
        .findById(idOrUsername)
        .or(() -> population.find(idOrUsername))
        .filter(person -> !person.personal());
  }

  private static boolean matches(Person person, String wanted) {
    return !person.personal()
        && (person.biography().toLowerCase(Locale.ROOT).contains(wanted)
            || person.fullName().toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static ObjectNode page(Person person, List<Field> wanted) {
    ObjectNode node = Json.object();
    wanted.forEach(field -> put(node, person, field.name()));
    return node.put("id", person.id());
  }

  private static void put(ObjectNode node, Person person, String field) {
    switch (field) {
      case "id" -> {}
      case "name" -> node.put("name", person.fullName());
      case "username" -> node.put("username", person.username());
      case "link" -> node.put("link", "https://www.facebook.com/" + person.username());
      case "about" -> node.put("about", person.biography());
      case "category" -> node.put("category", person.topics().getFirst());
      case "fan_count" -> node.put("fan_count", person.audience().followers());
      case "followers_count" -> node.put("followers_count", person.audience().followers());
      case "verification_status" -> node.put("verification_status", "not_verified");
      case "website" -> person.website().ifPresent(website -> node.put("website", website));
      case "location" ->
          node.putObject("location")
              .put("city", person.place().city())
              .put("country", person.place().country());
      default ->
          throw new GraphRefusal(
              GraphErrors.error(100, "(#100) Tried accessing nonexisting field (" + field + ")"));
    }
  }

  private static ObjectNode posts(List<Post> posts) {
    ObjectNode reply = Json.object();
    ArrayNode data = reply.putArray("data");
    for (Post post : posts) {
      ObjectNode node = data.addObject();
      node.put("id", post.id()).put("created_time", GraphTimes.write(post.at()));
      node.putObject("shares").put("count", post.shares());
      post.likes()
          .ifPresent(
              likes -> node.putObject("reactions").putObject("summary").put("total_count", likes));
      node.putObject("comments").putObject("summary").put("total_count", post.comments());
    }
    return reply;
  }
}
