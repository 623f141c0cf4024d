package dev.outreach.sandbox.instagram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.meta.Field;
import dev.outreach.sandbox.meta.GraphErrors;
import dev.outreach.sandbox.meta.GraphRefusal;
import dev.outreach.sandbox.meta.GraphTimes;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.people.Post;
import dev.outreach.sandbox.wire.Json;
import java.util.List;

/** People and media as Graph nodes, with the fields that were asked for and no others. */
final class InstagramNodes {

  private InstagramNodes() {}

  static ObjectNode person(Person person, List<Field> wanted) {
    ObjectNode node = Json.object();
    wanted.forEach(field -> put(node, person, field.name()));
    return node.put("id", person.id());
  }

  /**
   * A page of media; {@code posts} holds one more than {@code limit} where another page follows.
   */
  static ObjectNode page(List<Post> posts, int limit, List<Field> wanted, String after) {
    ObjectNode page = Json.object();
    ArrayNode data = page.putArray("data");
    posts.stream().limit(limit).forEach(post -> data.add(media(post, wanted)));
    if (posts.size() > limit) {
      page.putObject("paging").putObject("cursors").put("after", after);
    }
    return page;
  }

  /** What the platform tells of somebody who wrote to us. */
  static ObjectNode writer(Person person, String address) {
    return Json.object()
        .put("name", person.fullName())
        .put("username", person.username())
        .put("follower_count", person.audience().followers())
        .put("is_user_follow_business", false)
        .put("is_business_follow_user", false)
        .put("is_verified_user", false)
        .put("id", address);
  }

  private static void put(ObjectNode node, Person person, String field) {
    switch (field) {
      case "id", "media" -> {}
      case "ig_id" -> node.put("ig_id", Long.parseLong(person.id()) % 1_000_000_000L);
      case "username" -> node.put("username", person.username());
      case "name" -> node.put("name", person.fullName());
      case "biography" -> node.put("biography", person.biography());
      case "website" -> person.website().ifPresent(website -> node.put("website", website));
      case "profile_picture_url" ->
          node.put("profile_picture_url", "https://pictures.example/" + person.id() + ".jpg");
      case "followers_count" -> node.put("followers_count", person.audience().followers());
      case "follows_count" -> node.put("follows_count", person.audience().follows());
      case "media_count" -> node.put("media_count", person.audience().posts());
      default -> throw unknownField(field);
    }
  }

  private static ObjectNode media(Post post, List<Field> wanted) {
    ObjectNode node = Json.object();
    wanted.forEach(field -> put(node, post, field.name()));
    return node.put("id", post.id());
  }

  private static void put(ObjectNode node, Post post, String field) {
    switch (field) {
      case "id", "media_url", "children" -> {}
      case "caption" -> node.put("caption", post.caption());
      case "comments_count" -> node.put("comments_count", post.comments());
      case "like_count" -> post.likes().ifPresent(likes -> node.put("like_count", likes));
      case "media_type" -> node.put("media_type", "IMAGE");
      case "media_product_type" -> node.put("media_product_type", "FEED");
      case "permalink" -> node.put("permalink", "https://www.instagram.com/p/" + post.id() + "/");
      case "timestamp" -> node.put("timestamp", GraphTimes.write(post.at()));
      default -> throw unknownField(field);
    }
  }

  private static GraphRefusal unknownField(String field) {
    return new GraphRefusal(
        GraphErrors.error(100, "(#100) Tried accessing nonexisting field (" + field + ")"));
  }
}
