package dev.outreach.sandbox.facebook;

import dev.outreach.sandbox.conversations.Conversations;
import dev.outreach.sandbox.conversations.RateMeter;
import dev.outreach.sandbox.conversations.SocialSimulator;
import dev.outreach.sandbox.conversations.World;
import dev.outreach.sandbox.ledger.LedgerEntry;
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
import java.util.List;
import java.util.Optional;

/** The Graph API as far as Pages and Messenger go. Thread-safe. */
public final class FacebookSimulator implements SocialSimulator {

  private static final MessageRules RULES =
      new MessageRules(
          "page",
          "t_",
          2000,
          text -> text.codePointCount(0, text.length()),
          2018001,
          2018278,
          true,
          true);

  private final FacebookSettings settings;
  private final GraphTokens tokens;
  private final Conversations conversations;
  private final GraphMessages messages;
  private final FacebookPages pages;
  private final UsageMeter usage;
  private final WebhookPoster poster;

  /** Continues where the ledger left off. */
  public FacebookSimulator(FacebookSettings settings, World world) {
    Population population = new Population(world.seed() + 1, settings.people());
    this.settings = settings;
    this.tokens = new GraphTokens(settings.pages());
    this.poster = world.poster();
    this.conversations = new Conversations(platform(), "m_", population, world);
    this.usage = new UsageMeter(world.clock(), settings.callsPerHour());
    this.pages =
        new FacebookPages(population, new Feed(world.seed() + 1, world.epoch(), population));
    this.messages =
        new GraphMessages(
            RULES,
            conversations,
            new GraphWebhooks(RULES, poster),
            new RateMeter(world.clock(), settings.sendsPerSecond()));
  }

  @Override
  public String platform() {
    return "facebook";
  }

  @Override
  public String operation(Call call) {
    if (GraphTokens.asksForOne(call)) {
      return "refresh_token";
    }
    if (call.segment(1).equals("pages") && call.segment(2).equals("search")) {
      return "search_pages";
    }
    return switch (call.segment(2)) {
      case "messages" -> "send_message";
      case "conversations" -> "list_conversations";
      case "posts" -> "page_posts";
      case "subscribed_apps" -> "subscribe";
      default -> "read_node";
    };
  }

  @Override
  public Reply answer(Call call) {
    try {
      return GraphTokens.asksForOne(call)
          ? tokens.renewed(call)
          : answer(operation(call), call, tokens.actor(call));
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
        .map(person -> messages.hear(settings.pages().getFirst(), person, text));
  }

  @Override
  public boolean read(String username) {
    return conversations
        .population()
        .find(username)
        .filter(person -> messages.read(settings.pages().getFirst(), person))
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

  private Reply answer(String operation, Call call, GraphAccount page) {
    return switch (operation) {
      case "send_message" -> messages.send(page, call.json());
      case "list_conversations" ->
          messages.conversations(page, call.parameter("user_id").orElse(""));
      case "subscribe" -> Reply.ok(Json.object().put("success", true));
      default -> metered(operation, call, page);
    };
  }

  private Reply metered(String operation, Call call, GraphAccount page) {
    Reply reply =
        usage.count()
            ? discover(operation, call, page)
            : GraphErrors.error(80001, "(#80001) There have been too many calls");
    return reply.with(usage.headers(page.id(), "pages"));
  }

  private Reply discover(String operation, Call call, GraphAccount page) {
    return switch (operation) {
      case "search_pages" -> pages.search(call);
      case "page_posts" -> pages.posts(call).orElseGet(() -> unknown(call));
      default ->
          messages
              .conversation(call.segment(1))
              .or(() -> writer(page, call.segment(1)))
              .or(() -> pages.page(call))
              .orElseGet(() -> unknown(call));
    };
  }

  /** Messenger tells the name of somebody who wrote, and no username. */
  private Optional<Reply> writer(GraphAccount page, String address) {
    return conversations
        .contact(page.id(), address)
        .flatMap(contact -> conversations.population().find(contact.conversation().username()))
        .map(
            person ->
                Reply.ok(
                    Json.object()
                        .put("first_name", person.fullName().replaceFirst(" .*", ""))
                        .put("last_name", person.fullName().replaceFirst("[^ ]* ?", ""))
                        .put("id", address)));
  }

  private static Reply unknown(Call call) {
    return GraphErrors.error(
        803, "(#803) Some of the aliases you requested do not exist: " + call.segment(1));
  }
}
