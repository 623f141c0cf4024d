package dev.outreach.api;

import dev.outreach.api.http.Problem;
import dev.outreach.api.http.QueryFields;
import dev.outreach.api.inbox.UnreadableDeliveries;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;

/** What platforms signed and we could not read. */
final class UnreadableEndpoints {

  private static final String PATH = "/api/social/inbox/unreadable";
  private static final int MOST = 200;
  private static final int USUAL = 50;

  private final UnreadableDeliveries deliveries;

  UnreadableEndpoints(UnreadableDeliveries deliveries) {
    this.deliveries = deliveries;
  }

  List<Route> routes() {
    return List.of(
        Route.guarded(HandlerType.GET, PATH, this::list),
        Route.guarded(HandlerType.POST, PATH + "/{id}/dismiss", this::dismiss));
  }

  private void list(Context context) {
    QueryFields query = Exchange.query(context);
    int limit = query.integer("limit", USUAL, 1, MOST);
    query.finish();
    Exchange.answer(context, 200, deliveries.newest(limit));
  }

  private void dismiss(Context context) {
    if (!deliveries.dismiss(Exchange.pathId(context))) {
      throw Problem.notFound("No unread delivery has this id").thrown();
    }
    Exchange.answer(context, 202, Map.of());
  }
}
