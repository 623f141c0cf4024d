package dev.outreach.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.people.Feed;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.people.Population;
import dev.outreach.sandbox.people.Post;
import dev.outreach.sandbox.wire.Call;
import dev.outreach.sandbox.wire.Hashes;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Refusal;
import dev.outreach.sandbox.wire.Reply;
import dev.outreach.sandbox.wire.Simulator;
import dev.outreach.sandbox.wire.Tokens;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * TikTok's Research API, with the people of the simulated TikTok: videos of thirty days, a hundred
 * a page, a thousand requests a UTC day. Thread-safe.
 */
public final class TikTokResearchSimulator implements Simulator {

  /** What a project's token begins with; each is another one. */
  static final String TOKEN = "clt.sandbox";

  private static final int REQUESTS_A_DAY = 1_000;
  private static final int LONGEST_SPAN_DAYS = 30;
  private static final int LARGEST_PAGE = 100;

  private final Population population;
  private final ResearchVideos videos;
  private final Clock clock;
  private final Tokens tokens = new Tokens();
  private LocalDate today = LocalDate.EPOCH;
  private int requests;

  TikTokResearchSimulator(Population population, Feed feed, Clock clock) {
    this.population = population;
    this.videos = new ResearchVideos(population, feed);
    this.clock = clock;
  }

  @Override
  public String platform() {
    return "tiktok-research";
  }

  @Override
  public String operation(Call call) {
    return switch (String.join("/", call.path())) {
      case "v2/oauth/token" -> "token";
      case "v2/research/user/info" -> "user";
      case "v2/research/video/query" -> "videos";
      default -> "unknown";
    };
  }

  @Override
  public Reply refuse(Refusal refusal) {
    return ResearchReplies.refuse(refusal);
  }

  @Override
  public Reply answer(Call call) {
    if (operation(call).equals("token")) {
      return token(call);
    }
    String token = call.header("authorization").orElse("").replaceFirst("^Bearer ", "");
    if (!Tokens.isOf(TOKEN, token)) {
      return refuse(Refusal.TOKEN_EXPIRED);
    }
    if (!isWithinTheDay()) {
      return ResearchReplies.error(429, "daily_quota_limit_exceeded", "Daily quota is used up.");
    }
    try {
      return switch (operation(call)) {
        case "user" -> user(call.json());
        case "videos" -> videos(call.json());
        default -> ResearchReplies.error(404, "invalid_request", "No such path.");
      };
    } catch (DateTimeException | IllegalArgumentException refused) {
      return invalid(String.valueOf(refused.getMessage()));
    }
  }

  private Reply token(Call call) {
    boolean isAsked = call.body().contains("grant_type=client_credentials");
    if (!isAsked || !call.body().contains("client_secret=sandbox-research-secret")) {
      return Reply.json(
          401,
          Json.object()
              .put("error", "invalid_client")
              .put("error_description", "Client key or secret is incorrect.")
              .put("log_id", "sandbox"));
    }
    return Reply.ok(
        Json.object()
            .put("access_token", tokens.next(TOKEN))
            .put("expires_in", 7_200)
            .put("token_type", "Bearer"));
  }

  private synchronized boolean isWithinTheDay() {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!day.equals(today)) {
      today = day;
      requests = 0;
    }
    return ++requests <= REQUESTS_A_DAY;
  }

  private Reply user(JsonNode question) {
    return population
        .find(question.path("username").asText())
        .filter(person -> !person.personal())
        .map(person -> ResearchReplies.ok(user(person)))
        .orElseGet(() -> invalid("cannot find the user"));
  }

  private static ObjectNode user(Person person) {
    return Json.object()
        .put("display_name", person.fullName())
        .put("bio_description", person.biography())
        .put("is_verified", false)
        .put("follower_count", person.audience().followers())
        .put("following_count", person.audience().follows())
        .put("likes_count", person.audience().followers() * 12)
        .put("video_count", person.audience().posts());
  }

  private Reply videos(JsonNode question) {
    LocalDate first = day(question, "start_date");
    LocalDate last = day(question, "end_date");
    if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_SPAN_DAYS))) {
      return invalid("end_date must be at most 30 days after start_date");
    }
    int most = question.path("max_count").asInt(20);
    if (most < 1 || most > LARGEST_PAGE) {
      return invalid("max_count must be 1 to 100");
    }
    String search =
        "7" + Hashes.hex(18, question.path("query").toString(), first.toString(), last.toString());
    int from = question.path("cursor").asInt();
    if (from > 0 && !question.path("search_id").asText().equals(search)) {
      return invalid("search_id is not of this query");
    }
    List<ResearchVideos.Video> all = videos.matching(question, first, last);
    int end = Math.min(all.size(), from + most);
    ObjectNode data = Json.object();
    ArrayNode page = data.putArray("videos");
    all.subList(Math.min(from, end), end).forEach(video -> page.add(node(video)));
    return ResearchReplies.ok(
        data.put("cursor", end).put("has_more", end < all.size()).put("search_id", search));
  }

  private static LocalDate day(JsonNode question, String field) {
    return LocalDate.parse(question.path(field).asText(), DateTimeFormatter.BASIC_ISO_DATE);
  }

  private static ObjectNode node(ResearchVideos.Video video) {
    Post post = video.post();
    ObjectNode node =
        Json.object()
            .put("id", post.id())
            .put("username", video.author().username())
            .put("region_code", video.author().place().country())
            .put("create_time", post.at().getEpochSecond())
            .put("comment_count", post.comments())
            .put("share_count", post.shares());
    post.likes().ifPresent(likes -> node.put("like_count", likes));
    return node;
  }

  private static Reply invalid(String message) {
    return ResearchReplies.error(400, "invalid_params", message);
  }
}
