package dev.outreach.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.sandbox.conversations.Conversations;
import dev.outreach.sandbox.conversations.RateMeter;
import dev.outreach.sandbox.conversations.SocialSimulator;
import dev.outreach.sandbox.conversations.World;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.people.Feed;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.people.Population;
import dev.outreach.sandbox.webhooks.WebhookPoster;
import dev.outreach.sandbox.wire.Call;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Refusal;
import dev.outreach.sandbox.wire.Reply;
import dev.outreach.sandbox.wire.Simulator;
import dev.outreach.sandbox.wire.Tokens;
import java.util.List;
import java.util.Optional;

/** TikTok's business API, version 1.3. Thread-safe. */
public final class TikTokSimulator implements SocialSimulator {

  private final TikTokSettings settings;
  private final Conversations conversations;
  private final TikTokMessages messages;
  private final TikTokCreators creators;
  private final TikTokResearchSimulator research;
  private final RateMeter calls;
  private final WebhookPoster poster;
  private final Tokens tokens = new Tokens();

  /** Continues where the ledger left off. */
  public TikTokSimulator(TikTokSettings settings, World world) {
    Population population = new Population(world.seed() + 2, settings.people());
    this.settings = settings;
    this.poster = world.poster();
    this.calls = new RateMeter(world.clock(), settings.callsPerSecond());
    this.conversations = new Conversations(platform(), "ttmsg", population, world);
    this.messages =
        new TikTokMessages(
            settings, conversations, new TikTokWebhooks(poster, world.clock()), world.clock());
    Feed feed = new Feed(world.seed() + 2, world.epoch(), population);
    this.creators = new TikTokCreators(settings, population, feed);
    this.research = new TikTokResearchSimulator(population, feed, world.clock());
  }

  /** The Research API, at an address of its own, over the same people. */
  public Simulator research() {
    return research;
  }

  @Override
  public String platform() {
    return "tiktok";
  }

  @Override
  public String operation(Call call) {
    return switch (withoutVersion(call)) {
      case "tt_user/oauth2/refresh_token" -> "refresh_token";
      case "business/message/send" -> "send_message";
      case "business/message/conversation/list" -> "list_conversations";
      case "business/message/content/list" -> "list_messages";
      case "tto/tcm/creator/discover" -> "discover";
      case "tto/tcm/creator/public" -> "creator";
      case "tto/tcm/creator/public/video/list" -> "creator_videos";
      default -> "unknown";
    };
  }

  @Override
  public Reply answer(Call call) {
    if (operation(call).equals("refresh_token")) {
      return renewed(call);
    }
    if (!Tokens.isOf(settings.token(), call.header("access-token").orElse(""))) {
      return TikTokReplies.error(40105, "Access token is incorrect or has been revoked");
    }
    if (!calls.count(settings.businessId())) {
      return TikTokReplies.error(40064, "You are sending messages too fast");
    }
    try {
      return carryOut(call);
    } catch (TikTokReplies.Refused refused) {
      return refused.reply();
    } catch (NumberFormatException notANumber) {
      return TikTokReplies.error(40002, "A numeric parameter is not a number");
    }
  }

  @Override
  public Reply refuse(Refusal refusal) {
    return TikTokReplies.refuse(refusal);
  }

  @Override
  public List<Person> people() {
    return conversations.population().all();
  }

  @Override
  public void register(List<LedgerEntry.PersonRegistered> people) {
    conversations.register(people);
  }

  @Override
  public Optional<LedgerEntry.InboundReceived> hear(String username, String text) {
    return conversations.population().find(username).map(person -> messages.hear(person, text));
  }

  @Override
  public boolean read(String username) {
    return conversations.population().find(username).filter(messages::read).isPresent();
  }

  @Override
  public void resumeWebhooks() {
    messages.resumeWebhooks();
  }

  @Override
  public WebhookPoster poster() {
    return poster;
  }

  /** The real address begins with {@code open_api} and the version. */
  private static String withoutVersion(Call call) {
    int start = call.segment(0).equals("open_api") ? 2 : 1;
    return String.join(
        "/", call.path().subList(Math.min(start, call.path().size()), call.path().size()));
  }

  private Reply renewed(Call call) {
    JsonNode body = call.json();
    boolean asked = body.path("grant_type").asText().equals("refresh_token");
    if (!asked || !Tokens.isOf(settings.refreshToken(), body.path("refresh_token").asText())) {
      return TikTokReplies.error(40107, "Refresh token is incorrect or has been revoked");
    }
    return TikTokReplies.ok(
        Json.object()
            .put("open_id", settings.businessId())
            .put("access_token", tokens.next(settings.token()))
            .put("expires_in", 86_400)
            .put("refresh_token", tokens.next(settings.refreshToken()))
            .put("refresh_token_expires_in", 31_536_000));
  }

  private Reply carryOut(Call call) {
    return switch (operation(call)) {
      case "send_message" -> messages.send(call.json());
      case "list_conversations" -> messages.list(call);
      case "list_messages" -> messages.content(call);
      case "discover" -> creators.discover(call);
      case "creator" -> creators.creator(call);
      case "creator_videos" -> creators.videos(call);
      default -> TikTokReplies.error(40007, "The requested path does not exist");
    };
  }
}
