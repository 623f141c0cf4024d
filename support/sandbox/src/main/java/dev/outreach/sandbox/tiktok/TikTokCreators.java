package dev.outreach.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.people.Feed;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.people.Population;
import dev.outreach.sandbox.people.Post;
import dev.outreach.sandbox.tiktok.TikTokReplies.Refused;
import dev.outreach.sandbox.wire.Call;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Reply;
import java.util.List;
import java.util.Locale;

/**
 * The creator marketplace: discovery by keyword and country, and the public figures of a creator.
 */
final class TikTokCreators {

  private final TikTokSettings settings;
  private final Population population;
  private final Feed feed;

  TikTokCreators(TikTokSettings settings, Population population, Feed feed) {
    this.settings = settings;
    this.population = population;
    this.feed = feed;
  }

  Reply discover(Call call) {
    requireOurs(call);
    JsonNode countries = Json.readOrMissing(call.parameter("country_codes").orElse(""));
    if (!countries.isArray() || countries.size() != 1) {
      throw new Refused(40002, "country_codes must be a JSON list of one country");
    }
    int page = Math.max(1, call.parameter("page").map(Integer::parseInt).orElse(1));
    int size = Math.clamp(call.parameter("page_size").map(Integer::parseInt).orElse(20), 1, 50);
    String keyword = call.parameter("search_keyword").orElse("").toLowerCase(Locale.ROOT);
    List<Person> matching =
        population.all().stream()
            .filter(person -> matches(person, countries.get(0).asText(), keyword))
            .toList();
    ObjectNode data = Json.object();
    ArrayNode creators = data.putArray("creators");
    matching.stream()
        .skip((page - 1L) * size)
        .limit(size)
        .forEach(person -> creators.add(creator(person)));
    data.putObject("page_info")
        .put("page", page)
        .put("page_size", size)
        .put("total_number", matching.size());
    return TikTokReplies.ok(data);
  }

  Reply creator(Call call) {
    requireOurs(call);
    return TikTokReplies.ok(creator(find(call)));
  }

  Reply videos(Call call) {
    requireOurs(call);
    int size = Math.clamp(call.parameter("page_size").map(Integer::parseInt).orElse(20), 1, 50);
    ObjectNode data = Json.object();
    ArrayNode posts = data.putArray("posts");
    feed.of(find(call), 0, size).forEach(post -> posts.add(video(post)));
    return TikTokReplies.ok(data);
  }

  private Person find(Call call) {
    return population
        .find(call.parameter("handle_name").orElse(""))
        .filter(person -> !person.personal())
        .orElseThrow(() -> new Refused(40121, "Not a TikTok creator marketplace creator"));
  }

  private void requireOurs(Call call) {
    if (!call.parameter("tto_tcm_account_id").orElse("").equals(settings.marketplaceId())) {
      throw new Refused(40001, "No permission for this tto_tcm_account_id");
    }
  }

  private static boolean matches(Person person, String country, String keyword) {
    return !person.personal()
        && person.place().country().equals(country)
        && person.biography().toLowerCase(Locale.ROOT).contains(keyword);
  }

  private static ObjectNode creator(Person person) {
    ObjectNode node =
        Json.object()
            .put("creator_id", person.id())
            .put("handle_name", person.username())
            .put("display_name", person.fullName())
            .put("bio", person.biography())
            .put("followers_count", person.audience().followers())
            .put("following_count", person.audience().follows())
            .put("likes_count", person.audience().followers() * 12)
            .put("videos_count", person.audience().posts())
            .put("median_views", person.audience().followers() / 3)
            .put("country_code", person.place().country());
    ArrayNode labels = node.putArray("content_labels");
    person.topics().forEach(topic -> labels.addObject().put("label_name", topic));
    return node;
  }

  private static ObjectNode video(Post post) {
    ObjectNode node =
        Json.object()
            .put("video_id", post.id())
            .put("caption", post.caption())
            .put("comments", post.comments())
            .put("shares", post.shares())
            .put("views", post.views())
            .put("create_time", post.at().toEpochMilli());
    post.likes().ifPresent(likes -> node.put("likes", likes));
    return node;
  }
}
