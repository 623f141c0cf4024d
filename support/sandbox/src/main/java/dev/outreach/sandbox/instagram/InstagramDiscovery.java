package dev.outreach.sandbox.instagram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.meta.Field;
import dev.outreach.sandbox.meta.GraphAccount;
import dev.outreach.sandbox.meta.GraphErrors;
import dev.outreach.sandbox.meta.GraphRefusal;
import dev.outreach.sandbox.people.Feed;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.people.Population;
import dev.outreach.sandbox.people.Post;
import dev.outreach.sandbox.wire.Call;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lookup by username and hashtag search. */
final class InstagramDiscovery {

  private static final int MAX_MEDIA_PAGE = 50;

  private final HashtagMemory hashtags;
  private final Population population;
  private final Feed feed;

  InstagramDiscovery(HashtagMemory hashtags, Population population, Feed feed) {
    this.hashtags = hashtags;
    this.population = population;
    this.feed = feed;
  }

  Reply lookUp(GraphAccount account, Field discovery) {
    Person person =
        population
            .find(discovery.arguments().getOrDefault("username", ""))
            .filter(found -> !found.personal())
            .orElseThrow(
                () -> new GraphRefusal(GraphErrors.error(110, 2207013, "Invalid user id")));
    ObjectNode found = InstagramNodes.person(person, discovery.children());
    discovery.child("media").ifPresent(media -> found.set("media", media(person, media)));
    ObjectNode reply = Json.object();
    reply.set("business_discovery", found);
    return Reply.ok(reply.put("id", account.id()));
  }

  Reply findHashtag(GraphAccount account, Call call) {
    String hashtag = call.parameter("q").orElse("").toLowerCase(Locale.ROOT);
    if (hashtag.isEmpty() || !hashtag.codePoints().allMatch(Character::isLetterOrDigit)) {
      throw new GraphRefusal(GraphErrors.error(100, "(#100) Param q must be a hashtag without #"));
    }
    if (!hashtags.ask(account.id(), hashtag)) {
      throw new GraphRefusal(
          GraphErrors.error(18, 2207034, "(#18) 30 unique hashtags in 7 days are used up"));
    }
    ArrayNode data = Json.array();
    data.addObject().put("id", HashtagMemory.id(hashtag));
    return Reply.ok(Json.object().set("data", data));
  }

  Reply hashtagMedia(Call call) {
    String hashtag =
        hashtags.name(call.segment(1)).orElseThrow(() -> unknownObject(call.segment(1)));
    int limit =
        Math.clamp(call.parameter("limit").map(Integer::parseInt).orElse(25), 1, MAX_MEDIA_PAGE);
    int offset = call.parameter("after").map(InstagramDiscovery::offset).orElse(0);
    List<Post> posts = feed.tagged(hashtag, offset, limit + 1);
    List<Field> fields = Field.parse(call.parameter("fields").orElse("id"));
    return Reply.ok(InstagramNodes.page(posts, limit, fields, cursor(offset + limit)));
  }

  Reply recentHashtags(GraphAccount account) {
    ArrayNode data = Json.array();
    hashtags
        .inWindow(account.id())
        .forEach(hashtag -> data.addObject().put("id", HashtagMemory.id(hashtag)));
    return Reply.ok(Json.object().set("data", data));
  }

  Optional<Reply> hashtag(String id) {
    return hashtags.name(id).map(name -> Reply.ok(Json.object().put("id", id).put("name", name)));
  }

  private ObjectNode media(Person person, Field media) {
    int limit = Math.clamp(Integer.parseInt(media.arguments().getOrDefault("limit", "25")), 1, 100);
    int offset =
        Optional.ofNullable(media.arguments().get("after"))
            .map(InstagramDiscovery::offset)
            .orElse(0);
    List<Post> posts = feed.of(person, offset, limit + 1);
    return InstagramNodes.page(posts, limit, media.children(), cursor(offset + limit));
  }

  private static GraphRefusal unknownObject(String id) {
    return new GraphRefusal(
        GraphErrors.error(803, "(#803) Some of the aliases you requested do not exist: " + id));
  }

  private static String cursor(int offset) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("offset:" + offset).getBytes(StandardCharsets.UTF_8));
  }

  private static int offset(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return Integer.parseInt(text.substring("offset:".length()));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException notOurs) {
      throw new GraphRefusal(GraphErrors.error(100, "(#100) Invalid cursor"));
    }
  }
}
