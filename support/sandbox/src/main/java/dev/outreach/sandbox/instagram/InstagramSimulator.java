package dev.outreach.sandbox.instagram;

import dev.outreach.sandbox.ledger.Ledger;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.meta.Field;
import dev.outreach.sandbox.meta.GraphErrors;
import dev.outreach.sandbox.meta.GraphRefusal;
import dev.outreach.sandbox.meta.UsageMeter;
import dev.outreach.sandbox.people.Feed;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.people.Population;
import dev.outreach.sandbox.webhooks.WebhookPoster;
import dev.outreach.sandbox.wire.Call;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Refusal;
import dev.outreach.sandbox.wire.Reply;
import dev.outreach.sandbox.wire.Simulator;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The Graph API with Facebook Login, as far as Instagram goes. Thread-safe. */
public final class InstagramSimulator implements Simulator {

  private static final int SIXTY_DAYS_IN_SECONDS = 5_184_000;

  private final InstagramSettings settings;
  private final Population population;
  private final InstagramMemory memory;
  private final InstagramDiscovery discovery;
  private final InstagramMessages messages;
  private final InstagramWebhooks webhooks;
  private final UsageMeter usage;
  private final Ledger ledger;
  private final Clock clock;

  /** Continues where the ledger left off. */
  public InstagramSimulator(InstagramSettings settings, Ledger ledger, World world) {
    this.settings = settings;
    this.ledger = ledger;
    this.clock = world.clock();
    this.population = new Population(world.seed(), settings.people());
    this.memory = new InstagramMemory(population);
    this.usage = new UsageMeter(clock, settings.callsPerHour());
    this.webhooks = new InstagramWebhooks(world.poster());
    Feed feed = new Feed(world.seed(), world.epoch(), population);
    this.discovery =
        new InstagramDiscovery(
            ledger, memory, population, new InstagramDiscovery.Timeline(feed, clock));
    this.messages =
        new InstagramMessages(
            ledger,
            memory,
            population,
            new InstagramMessages.Delivery(webhooks, settings.sendsPerSecond(), clock));
    ledger.replay(memory::apply);
  }

  /**
   * What every simulator lives in.
   *
   * @param epoch the first start of the sandbox; nobody posted later
   */
  public record World(long seed, Clock clock, Instant epoch, WebhookPoster poster) {}

  @Override
  public String platform() {
    return InstagramMemory.PLATFORM;
  }

  @Override
  public String operation(Call call) {
    if (call.segment(call.path().size() - 1).endsWith("access_token")) {
      return "refresh_token";
    }
    return switch (call.segment(2)) {
      case "messages" -> "send_message";
      case "conversations" -> "list_conversations";
      case "top_media", "recent_media" -> "hashtag_media";
      case "recently_searched_hashtags" -> "recent_hashtags";
      case "subscribed_apps" -> "subscribe";
      default -> nodeOperation(call);
    };
  }

  @Override
  public Reply answer(Call call) {
    try {
      String operation = operation(call);
      if (operation.equals("refresh_token")) {
        return refreshedToken(call);
      }
      return answer(operation, call, actor(call));
    } catch (GraphRefusal refusal) {
      return refusal.reply();
    } catch (NumberFormatException notANumber) {
      return GraphErrors.error(100, "(#100) A numeric parameter is not a number");
    }
  }

  @Override
  public Reply refuse(Refusal refusal) {
    return GraphErrors.refuse(refusal);
  }

  /** Everybody who exists here. */
  public List<Person> people() {
    return population.all();
  }

  /** Lets people exist, for good. Returns when that is durable. */
  public void register(List<LedgerEntry.PersonRegistered> people) {
    synchronized (memory) {
      for (LedgerEntry.PersonRegistered person : people) {
        if (population.find(person.username()).isEmpty()) {
          ledger.append(person);
          memory.apply(person);
        }
      }
    }
    ledger.awaitDurable();
  }

  /** A person writes to our first account. Empty where nobody has that username. */
  public Optional<LedgerEntry.InboundReceived> hear(String username, String text) {
    return population
        .find(username)
        .map(person -> messages.hear(settings.accounts().getFirst(), person, text));
  }

  /** A person opens the conversation: the newest message of ours counts as read. */
  public boolean read(String username) {
    return population
        .find(username)
        .filter(person -> messages.read(settings.accounts().getFirst(), person))
        .isPresent();
  }

  /** Posts again what was accepted before a crash and never acknowledged. */
  public void resumeWebhooks() {
    Set<String> acknowledged = new HashSet<>();
    ledger.replay(
        entry -> {
          if (entry instanceof LedgerEntry.WebhookDelivered delivered) {
            acknowledged.add(delivered.messageId());
          }
        });
    ledger.replay(
        entry -> {
          if (entry instanceof LedgerEntry.InboundReceived inbound
              && inbound.platform().equals(platform())
              && !acknowledged.contains(inbound.message().id())) {
            webhooks.received(inbound);
          }
        });
  }

  private Reply answer(String operation, Call call, InstagramAccount account) {
    return switch (operation) {
      case "send_message" -> messages.send(account, call.json());
      case "list_conversations" ->
          messages.conversations(account, call.parameter("user_id").orElse(""));
      case "subscribe" -> Reply.ok(Json.object().put("success", true));
      default -> metered(account, () -> discover(operation, call, account));
    };
  }

  private Reply discover(String operation, Call call, InstagramAccount account) {
    return switch (operation) {
      case "business_discovery" -> discovery.lookUp(account, discoveryField(call).orElseThrow());
      case "search_hashtag" -> discovery.findHashtag(account, call);
      case "hashtag_media" -> discovery.hashtagMedia(call);
      case "recent_hashtags" -> discovery.recentHashtags(account);
      default -> node(call, account);
    };
  }

  private Reply node(Call call, InstagramAccount account) {
    String id = call.segment(1);
    return discovery
        .hashtag(id)
        .or(() -> messages.conversation(id))
        .or(() -> messages.profile(account, id))
        .orElseGet(
            () ->
                GraphErrors.error(
                    803, "(#803) Some of the aliases you requested do not exist: " + id));
  }

  private Reply metered(InstagramAccount account, Supplier<Reply> work) {
    Reply reply =
        usage.count()
            ? work.get()
            : GraphErrors.error(80002, "(#80002) There have been too many calls");
    return reply.with(usage.headers(account.id(), "instagram"));
  }

  private Reply refreshedToken(Call call) {
    String token =
        call.parameter("fb_exchange_token").or(() -> call.parameter("access_token")).orElse("");
    boolean known = settings.accounts().stream().anyMatch(account -> account.token().equals(token));
    if (!known) {
      return GraphErrors.error(190, "Invalid OAuth access token - Cannot parse access token");
    }
    return Reply.ok(
        Json.object()
            .put("access_token", token)
            .put("token_type", "bearer")
            .put("expires_in", SIXTY_DAYS_IN_SECONDS));
  }

  private InstagramAccount actor(Call call) {
    String token =
        call.parameter("access_token")
            .or(() -> call.header("authorization").map(value -> value.replaceFirst("^Bearer ", "")))
            .orElse("");
    return settings.accounts().stream()
        .filter(account -> account.token().equals(token))
        .findFirst()
        .orElseThrow(() -> new GraphRefusal(GraphErrors.error(190, "Invalid OAuth access token")));
  }

  private static String nodeOperation(Call call) {
    if (call.segment(1).equals("ig_hashtag_search")) {
      return "search_hashtag";
    }
    return call.parameter("fields").orElse("").startsWith("business_discovery")
        ? "business_discovery"
        : "read_node";
  }

  private static Optional<Field> discoveryField(Call call) {
    return Field.parse(call.parameter("fields").orElse("")).stream()
        .filter(field -> field.name().equals("business_discovery"))
        .findFirst();
  }
}
