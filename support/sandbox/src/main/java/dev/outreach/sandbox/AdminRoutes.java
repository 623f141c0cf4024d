package dev.outreach.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.conversations.SocialSimulator;
import dev.outreach.sandbox.faults.FaultKind;
import dev.outreach.sandbox.faults.FaultPlan;
import dev.outreach.sandbox.faults.FaultRule;
import dev.outreach.sandbox.ledger.Ledger;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.ledger.RequestLog;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.webhooks.WebhookTarget;
import dev.outreach.sandbox.wire.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The administration under {@code /sandbox}: order faults, let people exist and write, read the
 * ledger.
 */
final class AdminRoutes {

  private final Ledger ledger;
  private final RequestLog requests;
  private final FaultPlan faults;
  private final Map<String, SocialSimulator> platforms = new LinkedHashMap<>();

  AdminRoutes(
      Ledger ledger, RequestLog requests, FaultPlan faults, List<SocialSimulator> simulators) {
    this.ledger = ledger;
    this.requests = requests;
    this.faults = faults;
    simulators.forEach(simulator -> platforms.put(simulator.platform(), simulator));
  }

  void addTo(RoutesConfig routes) {
    routes
        .get("/sandbox/health", context -> answer(context, 200, Json.object().put("status", "up")))
        .get("/sandbox/faults", this::showFaults)
        .post("/sandbox/faults", this::addFault)
        .delete("/sandbox/faults", this::clearFaults)
        .get("/sandbox/ledger/messages", this::messages)
        .get("/sandbox/ledger/requests", this::requests)
        .get("/sandbox/people", this::people)
        .post("/sandbox/{platform}/people", this::register)
        .post("/sandbox/{platform}/inbound", this::inbound)
        .post("/sandbox/{platform}/read", this::read)
        .post("/sandbox/{platform}/accept", this::accept)
        .post("/sandbox/{platform}/webhook", this::direct)
        .exception(IllegalArgumentException.class, AdminRoutes::refuse);
  }

  private void addFault(Context context) {
    JsonNode body = body(context);
    String kind = required(body, "kind");
    faults.add(
        new FaultRule(
            required(body, "platform"),
            body.path("operation").asText("*"),
            FaultKind.of(kind)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "kind is " + kind + "; give one of " + FaultKind.labels())),
            body.path("times").asInt(1),
            body.path("probability").asDouble(1),
            Duration.ofMillis(body.path("delay_ms").asLong(60_000))));
    answer(context, 201, faultList());
  }

  private void showFaults(Context context) {
    answer(context, 200, faultList());
  }

  private void clearFaults(Context context) {
    faults.clear();
    answer(context, 200, faultList());
  }

  private ObjectNode faultList() {
    ArrayNode list = Json.array();
    for (FaultPlan.Remaining remaining : faults.remaining()) {
      list.addObject()
          .put("platform", remaining.rule().platform())
          .put("operation", remaining.rule().operation())
          .put("kind", remaining.rule().kind().label())
          .put("left", remaining.left())
          .put("probability", remaining.rule().probability());
    }
    return Json.object().set("faults", list);
  }

  private void messages(Context context) {
    long after =
        Long.parseLong(context.queryParam("after") == null ? "0" : context.queryParam("after"));
    ledger.awaitDurable();
    answer(context, 200, LedgerView.messages(ledger.after(after)));
  }

  private void requests(Context context) {
    answer(context, 200, LedgerView.requests(requests));
  }

  private void people(Context context) {
    ArrayNode list = Json.array();
    platforms
        .values()
        .forEach(
            platform -> platform.people().forEach(person -> list.add(person(platform, person))));
    answer(context, 200, Json.object().set("people", list));
  }

  private static ObjectNode person(SocialSimulator platform, Person person) {
    ObjectNode node =
        Json.object()
            .put("platform", platform.platform())
            .put("username", person.username())
            .put("full_name", person.fullName())
            .put("personal", person.personal())
            .put("followers", person.audience().followers());
    person.topics().forEach(node.putArray("topics")::add);
    return node;
  }

  private void register(Context context) {
    SocialSimulator platform = platform(context);
    List<LedgerEntry.PersonRegistered> people = new ArrayList<>();
    for (JsonNode person : body(context).path("people")) {
      List<String> topics = new ArrayList<>();
      person.path("topics").forEach(topic -> topics.add(topic.asText()));
      people.add(
          new LedgerEntry.PersonRegistered(
              platform.platform(),
              required(person, "username"),
              person.path("personal").asBoolean(),
              topics));
    }
    if (people.isEmpty()) {
      throw new IllegalArgumentException("people is missing; give [{\"username\": \"...\"}]");
    }
    platform.register(people);
    answer(context, 201, Json.object().put("registered", people.size()));
  }

  private void inbound(Context context) {
    JsonNode body = body(context);
    platform(context)
        .hear(required(body, "username"), required(body, "text"))
        .ifPresentOrElse(
            inbound -> answer(context, 201, LedgerView.inbound(inbound)),
            () -> noSuchPerson(context));
  }

  private void read(Context context) {
    boolean read = platform(context).read(required(body(context), "username"));
    answer(context, read ? 200 : 404, Json.object().put("read", read));
  }

  private void accept(Context context) {
    boolean accepted = platform(context).accept(required(body(context), "username"));
    answer(context, accepted ? 200 : 404, Json.object().put("accepted", accepted));
  }

  private void direct(Context context) {
    JsonNode body = body(context);
    platform(context)
        .poster()
        .direct(
            WebhookTarget.withUsualRetries(
                URI.create(required(body, "url")), required(body, "secret")));
    answer(context, 200, Json.object().put("webhook", "set"));
  }

  private SocialSimulator platform(Context context) {
    SocialSimulator platform = platforms.get(context.pathParam("platform"));
    if (platform == null) {
      throw new IllegalArgumentException("platform is unknown; give one of " + platforms.keySet());
    }
    return platform;
  }

  private static void noSuchPerson(Context context) {
    answer(
        context,
        404,
        Json.object()
            .put(
                "error", "username is nobody's; register it with POST /sandbox/<platform>/people"));
  }

  private static void refuse(IllegalArgumentException wrong, Context context) {
    answer(context, 400, Json.object().put("error", wrong.getMessage()));
  }

  private static JsonNode body(Context context) {
    return Json.readOrMissing(context.body());
  }

  private static String required(JsonNode body, String field) {
    String value = body.path(field).asText();
    if (value.isBlank()) {
      throw new IllegalArgumentException(field + " is missing; give it as text");
    }
    return value;
  }

  private static void answer(Context context, int status, JsonNode body) {
    context.status(status).contentType("application/json; charset=UTF-8").result(Json.write(body));
  }
}
