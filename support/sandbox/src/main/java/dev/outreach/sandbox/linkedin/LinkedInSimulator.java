package dev.outreach.sandbox.linkedin;

import dev.outreach.sandbox.conversations.Conversations;
import dev.outreach.sandbox.conversations.DayMeter;
import dev.outreach.sandbox.conversations.SocialSimulator;
import dev.outreach.sandbox.conversations.World;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.linkedin.LinkedInReplies.Refused;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.people.Population;
import dev.outreach.sandbox.webhooks.WebhookPoster;
import dev.outreach.sandbox.wire.Call;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Refusal;
import dev.outreach.sandbox.wire.Reply;
import dev.outreach.sandbox.wire.Tokens;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** LinkedIn's interfaces for partners. Thread-safe. */
public final class LinkedInSimulator implements SocialSimulator {

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

  private final LinkedInSettings settings;
  private final Tokens tokens = new Tokens();
  private final Conversations conversations;
  private final LinkedInMessages messages;
  private final LinkedInOrganizations organizations;
  private final DayMeter calls;
  private final WebhookPoster poster;

  /** Continues where the ledger left off. */
  public LinkedInSimulator(LinkedInSettings settings, World world) {
    this.settings = settings;
    this.poster = world.poster();
    this.calls = new DayMeter(world.clock());
    this.conversations =
        new Conversations(
            platform(), "li2-", new Population(world.seed() + 3, settings.people()), world);
    this.messages = new LinkedInMessages(settings, conversations);
    this.organizations =
        new LinkedInOrganizations(new Population(world.seed() + 4, settings.people()));
  }

  @Override
  public String platform() {
    return "linkedin";
  }

  @Override
  public String operation(Call call) {
    return switch (call.segment(0) + "/" + call.segment(1)) {
      case "v2/messages" -> "send_message";
      case "v2/companySearch" -> "search_companies";
      case "rest/organizations" -> "find_organization";
      case "rest/networkSizes" -> "count_followers";
      case "oauth/v2" -> "refresh_token";
      default -> "unknown";
    };
  }

  @Override
  public Reply answer(Call call) {
    try {
      String operation = operation(call);
      if (operation.equals("refresh_token")) {
        return refreshedToken(call.body());
      }
      return authorised(operation, call).orElseGet(() -> carryOut(operation, call));
    } catch (Refused refused) {
      return refused.reply();
    } catch (NumberFormatException notANumber) {
      return LinkedInReplies.error(400, 0, "A numeric parameter is not a number");
    }
  }

  @Override
  public Reply refuse(Refusal refusal) {
    return LinkedInReplies.refuse(refusal);
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

  /** LinkedIn tells nobody who read what. */
  @Override
  public boolean read(String username) {
    return false;
  }

  @Override
  public void resumeWebhooks() {
    // No webhook tells of messages.
  }

  @Override
  public WebhookPoster poster() {
    return poster;
  }

  private Reply carryOut(String operation, Call call) {
    return switch (operation) {
      case "send_message" -> messages.send(call);
      case "search_companies" -> organizations.search(call);
      case "find_organization" -> organizations.byVanityName(call);
      case "count_followers" -> organizations.followers(call);
      default -> LinkedInReplies.error(404, 0, "No virtual resource found");
    };
  }

  /** The refusal of a call that may not be made; empty where it may. */
  private Optional<Reply> authorised(String operation, Call call) {
    String token = call.header("authorization").orElse("").replaceFirst("^Bearer ", "");
    if (token.isEmpty()) {
      return Optional.of(LinkedInReplies.error(401, 401, "Empty oauth2_access_token"));
    }
    if (token.startsWith("li-expired") || !token.startsWith("li-")) {
      return Optional.of(LinkedInReplies.refuse(Refusal.TOKEN_EXPIRED));
    }
    boolean partnersOnly = operation.equals("search_companies");
    if (token.startsWith("li-noscope") || (partnersOnly && token.startsWith("li-member"))) {
      return Optional.of(
          LinkedInReplies.error(403, 100, "Not enough permissions to access " + operation));
    }
    if (call.segment(0).equals("rest")) {
      Optional<Reply> wrong = version(call.header("linkedin-version").orElse(""));
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return throttled(operation, token);
  }

  private Optional<Reply> version(String header) {
    try {
      YearMonth version = YearMonth.parse(header, MONTH);
      return version.isBefore(settings.newest().minusMonths(11))
              || version.isAfter(settings.newest())
          ? Optional.of(LinkedInReplies.sunset())
          : Optional.empty();
    } catch (DateTimeException missing) {
      return Optional.of(LinkedInReplies.error(400, 0, "A version must be present"));
    }
  }

  private Optional<Reply> throttled(String operation, String token) {
    if (!calls.count("application/" + operation, settings.callsPerDay())) {
      return Optional.of(LinkedInReplies.throttled("APPLICATION"));
    }
    return calls.count("member/" + token + "/" + operation, settings.callsPerDay() / 2)
        ? Optional.empty()
        : Optional.of(LinkedInReplies.throttled("MEMBER"));
  }

  private Reply refreshedToken(String form) {
    if (!List.of(form.split("&", -1)).contains("refresh_token=" + settings.refreshToken())) {
      return Reply.json(
          400,
          Json.object()
              .put("error", "invalid_grant")
              .put("error_description", "The refresh token is invalid"));
    }
    return Reply.ok(
        Json.object()
            .put("access_token", tokens.next(settings.token()))
            .put("expires_in", 5_184_000)
            .put("refresh_token", settings.refreshToken())
            .put("refresh_token_expires_in", 31_536_000));
  }
}
