package dev.outreach.sandbox.instagram;

import dev.outreach.sandbox.conversations.Conversations;
import dev.outreach.sandbox.conversations.RateMeter;
import dev.outreach.sandbox.conversations.SocialSimulator;
import dev.outreach.sandbox.conversations.World;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.meta.Field;
import dev.outreach.sandbox.meta.GraphAccount;
import dev.outreach.sandbox.meta.GraphErrors;
import dev.outreach.sandbox.meta.GraphMessages;
import dev.outreach.sandbox.meta.GraphRefusal;
import dev.outreach.sandbox.meta.GraphTokens;
import dev.outreach.sandbox.meta.GraphWebhooks;
import dev.outreach.sandbox.meta.MessageRules;
import dev.outreach.sandbox.meta.UsageMeter;
import dev.outreach.sandbox.people.Feed;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.people.Population;
import dev.outreach.sandbox.webhooks.WebhookPoster;
import dev.outreach.sandbox.wire.Call;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Refusal;
import dev.outreach.sandbox.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The Graph API with Facebook Login, as far as Instagram goes. Thread-safe. */
public final class InstagramSimulator implements SocialSimulator {

  static final String PLATFORM = "instagram";

  private static final MessageRules RULES =
      new MessageRules(
          "instagram",
          "aWdfZAG06",
          1000,
          text -> text.getBytes(StandardCharsets.UTF_8).length,
          2534014,
          2534022,
          false,
          false);

  private final InstagramSettings settings;
  private final GraphTokens tokens;
  private final Conversations conversations;
  private final InstagramDiscovery discovery;
  private final GraphMessages messages;
  private final UsageMeter usage;
  private final WebhookPoster poster;

  /** Continues where the ledger left off. */
  public InstagramSimulator(InstagramSettings settings, World world) {
    Population population = new Population(world.seed(), settings.people());
    this.settings = settings;
    this.tokens = new GraphTokens(settings.accounts());
    this.poster = world.poster();
    this.conversations = new Conversations(PLATFORM, "aWdfZAG1faXRlb", population, world);
    this.usage = new UsageMeter(world.clock(), settings.callsPerHour());
    this.discovery =
        new InstagramDiscovery(
            new HashtagMemory(world.ledger(), world.clock()),
            population,
            new Feed(world.seed(), world.epoch(), population));
    this.messages =
        new GraphMessages(
            RULES,
            conversations,
            new GraphWebhooks(RULES, poster),
            new RateMeter(world.clock(), settings.sendsPerSecond()));
  }

  @Override
  public String platform() {
    return PLATFORM;
  }

  @Override
  public String operation(Call call) {
    if (GraphTokens.asksForOne(call)) {
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
        return tokens.renewed(call);
      }
      return answer(operation, call, tokens.actor(call));
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
    return conversations
        .population()
        .find(username)
        .map(person -> messages.hear(settings.accounts().getFirst(), person, text));
  }

  @Override
  public boolean read(String username) {
    return conversations
        .population()
        .find(username)
        .filter(person -> messages.read(settings.accounts().getFirst(), person))
        .isPresent();
  }

  @Override
  public void resumeWebhooks() {
    messages.resumeWebhooks();
  }

  @Override
  public WebhookPoster poster() {
    return poster;
  }

  private Reply answer(String operation, Call call, GraphAccount account) {
    return switch (operation) {
      case "send_message" -> messages.send(account, call.json());
      case "list_conversations" ->
          messages.conversations(account, call.parameter("user_id").orElse(""));
      case "subscribe" -> Reply.ok(Json.object().put("success", true));
      default -> metered(account, () -> discover(operation, call, account));
    };
  }

  private Reply discover(String operation, Call call, GraphAccount account) {
    return switch (operation) {
      case "business_discovery" -> discovery.lookUp(account, discoveryField(call).orElseThrow());
      case "search_hashtag" -> discovery.findHashtag(account, call);
      case "hashtag_media" -> discovery.hashtagMedia(call);
      case "recent_hashtags" -> discovery.recentHashtags(account);
      default -> node(call, account);
    };
  }

  private Reply node(Call call, GraphAccount account) {
    String id = call.segment(1);
    return discovery
        .hashtag(id)
        .or(() -> messages.conversation(id))
        .or(() -> writer(account, id))
        .orElseGet(
            () ->
                GraphErrors.error(
                    803, "(#803) Some of the aliases you requested do not exist: " + id));
  }

  /** The person behind an address, readable once that person has written. */
  private Optional<Reply> writer(GraphAccount account, String address) {
    return conversations
        .contact(account.id(), address)
        .flatMap(contact -> conversations.population().find(contact.conversation().username()))
        .map(person -> Reply.ok(InstagramNodes.writer(person, address)));
  }

  private Reply metered(GraphAccount account, Supplier<Reply> work) {
    Reply reply =
        usage.count()
            ? work.get()
            : GraphErrors.error(80002, "(#80002) There have been too many calls");
    return reply.with(usage.headers(account.id(), "instagram"));
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
