package dev.outreach.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.standalone.client.JsonClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes everybody through the pipeline as scripted people would, through the public API alone. Each
 * step looks at what is there and does what is left, so that it may be cut off and run again at any
 * point.
 */
final class Funnel {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String STATUS = "/api/social/pipeline/status";

  private final JsonClient pipeline;
  private final JsonClient sandbox;
  private final Operator operator;
  private final Progress progress;

  Funnel(JsonClient pipeline, JsonClient sandbox, Progress progress) {
    this.pipeline = pipeline;
    this.sandbox = sandbox;
    this.operator = new Operator(pipeline);
    this.progress = progress;
  }

  /** Waits until every discovery job has ended and the people it found are in the read model. */
  void awaitDiscovery(int jobs) throws IOException, InterruptedException {
    Progress.Stage stage = progress.stage("Discover");
    long[] last = {-1, System.nanoTime()};
    Patience.until(
        "the end of discovery",
        PATIENCE,
        () -> {
          long ended = pipeline.all("/api/social/jobs").stream().filter(Funnel::hasEnded).count();
          long people = people();
          stage.at(ended, jobs, people + " people");
          if (people != last[0]) {
            last[0] = people;
            last[1] = System.nanoTime();
          }
          return ended >= jobs
              && people > 0
              && System.nanoTime() - last[1] > Duration.ofMillis(800).toNanos();
        });
    stage.done(people() + " people found by " + jobs + " jobs");
  }

  /** Every person found gets a verdict. */
  void review() throws IOException, InterruptedException {
    Progress.Stage stage = progress.stage("Review");
    long total = count("discovered");
    Patience.until(
        "a verdict on everybody",
        PATIENCE,
        () -> {
          List<JsonNode> open = pipeline.all("/api/social/profiles?discovery_status=discovered");
          stage.at(total - open.size(), total, open.size() + " left");
          operator.judge(open);
          return open.isEmpty();
        });
    stage.done(
        "%d qualified, %d rejected, %d undecided"
            .formatted(count("qualified"), count("rejected"), count("reviewed")));
  }

  /**
   * Some qualified people write to us first, which is what opens the way for software to answer.
   */
  void letSomeWriteFirst() throws IOException, InterruptedException {
    Progress.Stage stage = progress.stage("Contact");
    List<JsonNode> writers =
        pipeline
            .all(
                "/api/social/profiles?platform=instagram&discovery_status=qualified&outreach_status=not_started")
            .stream()
            .filter(profile -> profile.path("window_open_until").isNull())
            .filter(profile -> Script.writesFirst(profile.path("profile_id").asText()))
            .toList();
    if (!writers.isEmpty()) {
      sandbox.post("/sandbox/instagram/people", Map.of("people", usernames(writers)));
    }
    for (JsonNode writer : writers) {
      inbound(writer.path("username").asText(), "Hi! Saw your work, who is behind it?");
    }
    Patience.until(
        "the arrival of their messages",
        PATIENCE,
        () -> {
          long arrived =
              pipeline.all("/api/social/profiles?platform=instagram").stream()
                  .filter(profile -> !profile.path("window_open_until").isNull())
                  .count();
          stage.at(arrived, writers.size(), "messages in");
          return arrived >= writers.size();
        });
    stage.done(writers.size() + " people wrote to us first");
  }

  /** Drafts for all qualified people who have none. */
  void draft() throws IOException, InterruptedException {
    Progress.Stage stage = progress.stage("Draft");
    order("draft", "all_qualified", stage);
    stage.done(count("drafted") + " drafts wait for approval");
  }

  /** Follow-ups for everybody who stayed silent long enough. */
  void followUp() throws IOException, InterruptedException {
    Progress.Stage stage = progress.stage("Follow up");
    Patience.until(
        "the follow-up clock", PATIENCE, () -> count("followup_ready") > 0 || count("sent") == 0);
    long ready = count("followup_ready");
    order("followup", "all_ready", stage);
    stage.done("%d were ready, %d drafts".formatted(ready, count("drafted")));
  }

  /** Approves what was drafted and sees it off: by API, by hand, or settled after a doubt. */
  void send() throws IOException, InterruptedException {
    Progress.Stage stage = progress.stage("Send");
    long[] total = {0};
    Patience.until(
        "the sending of all approved messages",
        PATIENCE,
        () -> {
          operator.approve(messages("drafted"));
          operator.sendByHand(messages("waiting_manual"));
          settle(messages("unconfirmed"));
          int left = messages("queued").size() + messages("drafted").size();
          total[0] = Math.max(total[0], left);
          stage.at(total[0] - left, total[0], left + " on the way");
          return left == 0
              && messages("waiting_manual").isEmpty()
              && messages("unconfirmed").isEmpty();
        });
    stage.done(
        "%d sent, %d by the platform's API".formatted(messages("sent").size(), accepted().size()));
  }

  /** Some of the people who got a message answer it. */
  void reply() throws IOException, InterruptedException {
    Progress.Stage stage = progress.stage("Reply");
    List<JsonNode> answered =
        messages("sent").stream()
            .filter(message -> "instagram".equals(message.path("platform").asText()))
            .filter(message -> "official_api".equals(message.path("route").asText()))
            .filter(Script::answers)
            .toList();
    Map<String, JsonNode> waiting = new HashMap<>();
    for (JsonNode profile : pipeline.all("/api/social/profiles?outreach_status=sent")) {
      waiting.put(profile.path("profile_id").asText(), profile);
    }
    for (JsonNode message : answered) {
      JsonNode profile = waiting.get(message.path("profile_id").asText());
      if (profile != null) {
        inbound(profile.path("username").asText(), "Sounds lovely, tell me more!");
      }
    }
    Patience.until(
        "the arrival of the replies",
        PATIENCE,
        () -> {
          stage.at(count("replied"), answered.size(), "replies in");
          return count("replied") >= answered.size();
        });
    stage.done(count("replied") + " people replied");
  }

  /** Whether any follow-up was drafted yet. */
  boolean hasFollowUps() throws IOException, InterruptedException {
    return pipeline.all("/api/social/messages").stream()
        .anyMatch(message -> "follow_up".equals(message.path("message_type").asText()));
  }

  private long people() throws IOException, InterruptedException {
    JsonNode status = pipeline.get(STATUS);
    return status.path("discovered").asLong()
        + status.path("reviewed").asLong()
        + status.path("qualified").asLong()
        + status.path("rejected").asLong();
  }

  private long count(String name) throws IOException, InterruptedException {
    return pipeline.get(STATUS).path(name).asLong();
  }

  private List<JsonNode> messages(String status) throws IOException, InterruptedException {
    return pipeline.all("/api/social/messages?status=" + status);
  }

  private List<JsonNode> accepted() throws IOException, InterruptedException {
    List<JsonNode> accepted = new ArrayList<>();
    sandbox.get("/sandbox/ledger/messages").path("messages").forEach(accepted::add);
    return accepted;
  }

  /** Orders drafts again and again until nobody is left to be drafted for. */
  private void order(String command, String everybody, Progress.Stage stage)
      throws IOException, InterruptedException {
    Patience.until(
        "all drafts",
        PATIENCE,
        () -> {
          pipeline.post("/api/social/pipeline/" + command, Map.of(everybody, true, "limit", 500));
          long drafting = pipeline.all("/api/social/profiles?outreach_status=drafting").size();
          long left = drafting + undrafted(command);
          long drafted = count("drafted");
          stage.at(drafted, drafted + left, drafting + " being written");
          return left == 0;
        });
  }

  private long undrafted(String command) throws IOException, InterruptedException {
    if ("followup".equals(command)) {
      return count("followup_ready");
    }
    return pipeline
        .all("/api/social/profiles?discovery_status=qualified&outreach_status=not_started")
        .size();
  }

  private void settle(List<JsonNode> doubtful) throws IOException, InterruptedException {
    if (!doubtful.isEmpty()) {
      operator.settle(doubtful, accepted());
    }
  }

  private void inbound(String username, String text) throws IOException, InterruptedException {
    sandbox.post("/sandbox/instagram/inbound", Map.of("username", username, "text", text));
  }

  private static List<Map<String, String>> usernames(List<JsonNode> profiles) {
    return profiles.stream()
        .map(profile -> Map.of("username", profile.path("username").asText()))
        .toList();
  }

  private static boolean hasEnded(JsonNode job) {
    return switch (job.path("status").asText()) {
      case "completed", "failed", "cancelled" -> true;
      default -> false;
    };
  }
}
