package dev.outreach.sandbox.instagram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.ledger.Ledger;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.ledger.Recorded;
import dev.outreach.sandbox.meta.Field;
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
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lookup by username and hashtag search. */
final class InstagramDiscovery {

  private static final int HASHTAGS_PER_WINDOW = 30;
  private static final int MAX_MEDIA_PAGE = 50;

  private final Ledger ledger;
  private final InstagramMemory memory;
  private final Population population;
  private final Feed feed;
  private final Clock clock;

  InstagramDiscovery(
      Ledger ledger, InstagramMemory memory, Population population, Timeline timeline) {
    this.ledger = ledger;
    this.memory = memory;
    this.population = population;
    this.feed = timeline.feed();
    this.clock = timeline.clock();
  }

  /** What was posted when. */
  record Timeline(Feed feed, Clock clock) {}

  Reply lookUp(InstagramAccount account, Field discovery) {
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

  Reply findHashtag(InstagramAccount account, Call call) {
    String hashtag = call.parameter("q").orElse("").toLowerCase(Locale.ROOT);
    if (hashtag.isEmpty() || !hashtag.codePoints().allMatch(Character::isLetterOrDigit)) {
      throw new GraphRefusal(GraphErrors.error(100, "(#100) Param q must be a hashtag without #"));
    }
    spendAllowance(account, hashtag);
    ArrayNode data = Json.array();
    data.addObject().put("id", InstagramMemory.hashtagId(hashtag));
    return Reply.ok(Json.object().set("data", data));
  }

  Reply hashtagMedia(Call call) {
    String hashtag =
        knownHashtag(call.segment(1)).orElseThrow(() -> unknownObject(call.segment(1)));
    int limit =
        Math.clamp(call.parameter("limit").map(Integer::parseInt).orElse(25), 1, MAX_MEDIA_PAGE);
    int offset = call.parameter("after").map(InstagramDiscovery::offset).orElse(0);
    List<Post> posts = feed.tagged(hashtag, offset, limit + 1);
    List<Field> fields = Field.parse(call.parameter("fields").orElse("id"));
    return Reply.ok(InstagramNodes.page(posts, limit, fields, cursor(offset + limit)));
  }

  Reply recentHashtags(InstagramAccount account) {
    ArrayNode data = Json.array();
    synchronized (memory) {
      memory
          .hashtagsInWindow(account.id(), clock.instant())
          .forEach(hashtag -> data.addObject().put("id", InstagramMemory.hashtagId(hashtag)));
    }
    return Reply.ok(Json.object().set("data", data));
  }

  Optional<Reply> hashtag(String id) {
    return knownHashtag(id).map(name -> Reply.ok(Json.object().put("id", id).put("name", name)));
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

  private void spendAllowance(InstagramAccount account, String hashtag) {
    Recorded recorded;
    synchronized (memory) {
      List<String> used = memory.hashtagsInWindow(account.id(), clock.instant());
      if (used.contains(hashtag)) {
        return;
      }
      if (used.size() >= HASHTAGS_PER_WINDOW) {
        throw new GraphRefusal(
            GraphErrors.error(18, 2207034, "(#18) 30 unique hashtags in 7 days are used up"));
      }
      var query =
          new LedgerEntry.KeywordQueried(
              InstagramMemory.PLATFORM, account.id(), hashtag, clock.millis());
      recorded = ledger.append(query);
      memory.apply(query);
    }
    ledger.awaitDurable(recorded.seq());
  }

  private Optional<String> knownHashtag(String id) {
    synchronized (memory) {
      return memory.hashtag(id);
    }
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
