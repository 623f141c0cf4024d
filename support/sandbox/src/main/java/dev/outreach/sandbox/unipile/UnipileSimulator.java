package dev.outreach.sandbox.unipile;

import dev.outreach.sandbox.conversations.Conversations;
import dev.outreach.sandbox.conversations.SocialSimulator;
import dev.outreach.sandbox.conversations.World;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.people.Feed;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.people.Population;
import dev.outreach.sandbox.unipile.UnipileReplies.Refused;
import dev.outreach.sandbox.webhooks.WebhookPoster;
import dev.outreach.sandbox.wire.Call;
import dev.outreach.sandbox.wire.Refusal;
import dev.outreach.sandbox.wire.Reply;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;

/** Unipile, both generations of its interface. Thread-safe. */
public final class UnipileSimulator implements SocialSimulator {

  private final UnipileSettings settings;
  private final Conversations conversations;
  private final UnipilePeople people;
  private final UnipileChats chats;
  private final UnipileInvitations invitations;
  private final WebhookPoster poster;

  /** Continues where the ledger left off. */
  public UnipileSimulator(UnipileSettings settings, World world) {
    Population population = new Population(world.seed() + 5, settings.people());
    this.settings = settings;
    this.poster = world.poster();
    this.conversations = new Conversations(platform(), "unimsg", population, world);
    this.people =
        new UnipilePeople(population, new Feed(world.seed() + 5, world.epoch(), population));
    UnipileWebhooks webhooks = new UnipileWebhooks(settings, poster, world.clock());
    this.chats = new UnipileChats(settings, conversations, people, webhooks);
    this.invitations = new UnipileInvitations(settings, conversations, people, webhooks);
  }

  @Override
  public String platform() {
    return "unipile";
  }

  @Override
  public String operation(Call call) {
    return Asked.of(call).operation();
  }

  @Override
  public Reply answer(Call call) {
    if (!call.header("x-api-key").equals(Optional.of(settings.apiKey()))) {
      return UnipileReplies.error(401, "missing_credentials");
    }
    try {
      return carryOut(Asked.of(call));
    } catch (Refused refused) {
      return refused.reply();
    } catch (NumberFormatException | DateTimeException notReadable) {
      return UnipileReplies.error(400, "invalid_parameters");
    }
  }

  @Override
  public Reply refuse(Refusal refusal) {
    return UnipileReplies.refuse(refusal);
  }

  @Override
  public List<Person> people() {
    return conversations.population().all();
  }

  @Override
  public void register(List<LedgerEntry.PersonRegistered> registered) {
    conversations.register(registered);
  }

  @Override
  public Optional<LedgerEntry.InboundReceived> hear(String username, String text) {
    return conversations.population().find(username).map(person -> chats.hear(person, text));
  }

  @Override
  public boolean read(String username) {
    return conversations.population().find(username).filter(chats::read).isPresent();
  }

  @Override
  public boolean accept(String username) {
    return conversations.population().find(username).filter(invitations::accept).isPresent();
  }

  @Override
  public void resumeWebhooks() {
    chats.resumeWebhooks();
  }

  @Override
  public WebhookPoster poster() {
    return poster;
  }

  private Reply carryOut(Asked asked) {
    String operation = asked.operation();
    boolean namesItsChat = operation.equals("list_messages") || operation.equals("send_message");
    boolean linkedin = asked.account().equals(settings.linkedinAccount());
    if (!linkedin && !asked.account().equals(settings.instagramAccount()) && !namesItsChat) {
      return UnipileReplies.error(401, "wrong_account");
    }
    return switch (operation) {
      case "find_places", "search_people" -> linkedin ? search(asked) : notSubscribed();
      case "read_user" -> people.profile(asked, linkedin ? "LINKEDIN" : "INSTAGRAM");
      case "user_posts" -> people.posts(asked);
      case "send_message" -> chats.send(asked);
      case "list_chats" -> chats.chats(asked);
      case "list_messages" -> chats.messages(asked);
      case "send_invitation" -> linkedin ? invitations.send(asked) : notSubscribed();
      case "list_invitations" -> linkedin ? invitations.list(asked) : notSubscribed();
      default -> UnipileReplies.error(404, "resource_not_found");
    };
  }

  private Reply search(Asked asked) {
    return asked.operation().equals("find_places") ? people.places(asked) : people.search(asked);
  }

  private static Reply notSubscribed() {
    return UnipileReplies.error(403, "feature_not_subscribed");
  }
}
