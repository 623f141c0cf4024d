package dev.outreach.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outreach.sandbox.faults.FaultKind;
import dev.outreach.sandbox.faults.FaultPlan;
import dev.outreach.sandbox.faults.FaultRule;
import dev.outreach.sandbox.instagram.InstagramSimulator;
import dev.outreach.sandbox.ledger.Ledger;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.ledger.RequestLog;
import dev.outreach.sandbox.people.Person;
import dev.outreach.sandbox.webhooks.WebhookPoster;
import dev.outreach.sandbox.webhooks.WebhookTarget;
import dev.outreach.sandbox.wire.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The administration under {@code /sandbox}: order faults, let people exist and write, read the
 * ledger.
 */
final class AdminRoutes {

  private final Ledger ledger;
  private final RequestLog requests;
  private final FaultPlan faults;
  private final Instagram instagram;

  AdminRoutes(Ledger ledger, RequestLog requests, FaultPlan faults, Instagram instagram) {
    this.ledger = ledger;
    this.requests = requests;
    this.faults = faults;
    this.instagram = instagram;
  }

  /** The simulated Instagram and who posts its webhooks. */
  record Instagram(InstagramSimulator simulator, WebhookPoster poster) {}

  void addTo(RoutesConfig routes) {
    routes
        .get("/sandbox/health", context -> answer(context, 200, Json.object().put("status", "up")))
        .get("/sandbox/faults", this::showFaults)
        .post("/sandbox/faults", this::addFault)
        .delete("/sandbox/faults", this::clearFaults)
        .get("/sandbox/ledger/messages", this::messages)
        .get("/sandbox/ledger/requests", this::requests)
        .get("/sandbox/people", this::people)
        .post("/sandbox/instagram/people", this::register)
        .post("/sandbox/instagram/inbound", this::inbound)
        .post("/sandbox/instagram/read", this::read)
        .post("/sandbox/instagram/webhook", this::direct)
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
    for (Person person : instagram.simulator().people()) {
      ObjectNode node =
          list.addObject()
              .put("platform", "instagram")
              .put("username", person.username())
              .put("full_name", person.fullName())
              .put("personal", person.personal())
              .put("followers", person.audience().followers());
      person.topics().forEach(node.putArray("topics")::add);
    }
    answer(context, 200, Json.object().set("people", list));
  }

  private void register(Context context) {
    List<LedgerEntry.PersonRegistered> people = new ArrayList<>();
    for (JsonNode person : body(context).path("people")) {
      List<String> topics = new ArrayList<>();
      person.path("topics").forEach(topic -> topics.add(topic.asText()));
      people.add(
          new LedgerEntry.PersonRegistered(
              "instagram",
              required(person, "username"),
              person.path("personal").asBoolean(),
              topics));
    }
    if (people.isEmpty()) {
      throw new IllegalArgumentException("people is missing; give [{\"username\": \"...\"}]");
    }
    instagram.simulator().register(people);
    answer(context, 201, Json.object().put("registered", people.size()));
  }

  private void inbound(Context context) {
    JsonNode body = body(context);
    instagram
        .simulator()
        .hear(required(body, "username"), required(body, "text"))
        .ifPresentOrElse(
            inbound -> answer(context, 201, LedgerView.inbound(inbound)),
            () -> noSuchPerson(context));
  }

  private void read(Context context) {
    boolean read = instagram.simulator().read(required(body(context), "username"));
    answer(context, read ? 200 : 404, Json.object().put("read", read));
  }

  private void direct(Context context) {
    JsonNode body = body(context);
    instagram
        .poster()
        .direct(
            WebhookTarget.withUsualRetries(
                URI.create(required(body, "url")), required(body, "secret")));
    answer(context, 200, Json.object().put("webhook", "set"));
  }

  private static void noSuchPerson(Context context) {
    answer(
        context,
        404,
        Json.object()
            .put("error", "username is nobody's; register it with POST /sandbox/instagram/people"));
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
