package dev.outreach.api;

import dev.outreach.api.http.Problem;
import dev.outreach.api.http.QueryString;
import dev.outreach.api.inbox.InboxUnavailable;
import dev.outreach.api.webhooks.WebhookDesk;
import dev.outreach.platforms.Handshake;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The addresses that the platforms call, one for each. */
final class WebhookEndpoints {

  private static final String PATH = "/webhooks/{platform}";

  private final Map<String, WebhookDesk> desks;

  /**
   * The addresses of some platforms.
   *
   * @param desks by the platform's name in lower case
   */
  WebhookEndpoints(Map<String, WebhookDesk> desks) {
    this.desks = Map.copyOf(desks);
  }

  List<Route> routes() {
    return List.of(
        Route.open(HandlerType.GET, PATH, this::handshake),
        Route.open(HandlerType.POST, PATH, this::take));
  }

  private void handshake(Context context) {
    Map<String, String> query = new HashMap<>();
    QueryString.parse(context.queryString())
        .forEach((name, values) -> query.put(name, values.getFirst()));
    switch (desk(context).handshake(query)) {
      case Handshake.Accepted(String contentType, String body) ->
          context.contentType(contentType).result(body);
      case Handshake.Refused(String reason) ->
          throw Problem.of(403, "HANDSHAKE_REFUSED", reason).thrown();
    }
  }

  private void take(Context context) {
    Map<String, String> headers = new HashMap<>();
    context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    try {
      answer(context, desk(context).take(Exchange.bytes(context), headers));
    } catch (InboxUnavailable unavailable) {
      throw Problem.unavailable("INBOX_UNAVAILABLE", "It cannot be kept now: deliver it again")
          .thrown();
    }
  }

  private static void answer(Context context, WebhookDesk.Taken taken) {
    switch (taken) {
      // What we cannot read is our trouble: a platform that hears of it stops telling us anything.
      case YES, UNREADABLE -> Exchange.answer(context, 200, Map.of());
      case NOT_SIGNED ->
          throw Problem.unauthorized("The signature is missing or not made with our secret")
              .thrown();
    }
  }

  private WebhookDesk desk(Context context) {
    WebhookDesk desk = desks.get(context.pathParam("platform"));
    if (desk == null) {
      throw Problem.notFound("No webhook of this platform is configured here").thrown();
    }
    return desk;
  }
}
