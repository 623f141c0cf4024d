package dev.outreach.api;

import dev.outreach.api.http.BodyFields;
import dev.outreach.api.http.Problem;
import dev.outreach.api.http.QueryFields;
import dev.outreach.readmodel.QueueRow;
import dev.outreach.readmodel.SendAccount;
import dev.outreach.readmodel.SendingControl;
import dev.outreach.readmodel.SendingPause;
import dev.outreach.readmodel.SendingView;
import dev.outreach.readmodel.SendingView.Filter;
import dev.outreach.schemas.Platform;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The queue as the sender explains it, and stopping and freeing what leaves. */
final class SendingEndpoints {

  private static final int MOST = 10_000;
  private static final int USUAL = 200;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 500;

  private final SendingView view;
  private final SendingControl control;
  private final Clock clock;

  SendingEndpoints(DataSource database, Clock clock) {
    this.view = new SendingView(database);
    this.control = new SendingControl(database);
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.guarded(HandlerType.GET, "/api/social/pipeline/queue", this::queue),
        Route.guarded(HandlerType.POST, "/api/social/pipeline/pause", this::pause),
        Route.guarded(HandlerType.POST, "/api/social/pipeline/resume", this::resume),
        Route.guarded(HandlerType.POST, "/api/social/pipeline/accept-risk", this::acceptRisk),
        Route.guarded(HandlerType.POST, "/api/social/messages/{id}/send-now", this::sendNow));
  }

  /** {@code SendQueue} of the contract. */
  private record QueueView(
      @Nullable SendingPause paused,
      List<SendAccount> accounts,
      Map<String, Long> counts,
      List<QueueRow> items) {}

  /** {@code SendingStopped} of the contract. */
  private record Touched(long accounts) {}

  private void queue(Context context) {
    QueryFields query = Exchange.query(context);
    Filter filter =
        new Filter(
            query.workspace(),
            query.word("platform", platforms()).orElse(null),
            query.text("account", LONGEST_NAME).orElse(null));
    int limit = query.integer("limit", USUAL, 1, MOST);
    query.finish();
    Exchange.answer(
        context,
        200,
        new QueueView(
            view.pause().orElse(null),
            view.accounts(),
            view.counts(filter),
            view.queue(filter, limit)));
  }

  private void pause(Context context) {
    Exchange.query(context).finish();
    BodyFields body = Exchange.body(context);
    Optional<SendingControl.Account> account = account(body);
    String reason = body.optionalText("reason", LONGEST_REASON).orElse(null);
    body.finish();
    if (account.isEmpty()) {
      control.pauseAll(CommandFactory.ADMINISTRATOR, reason, clock.instant());
      Exchange.answer(context, 200, new Touched(view.accounts().size()));
      return;
    }
    long paused =
        control.pause(account.get(), CommandFactory.ADMINISTRATOR, reason, clock.instant());
    answer(context, paused);
  }

  private void resume(Context context) {
    Exchange.query(context).finish();
    BodyFields body = Exchange.body(context);
    Optional<SendingControl.Account> account = account(body);
    body.finish();
    if (account.isEmpty()) {
      boolean wasPaused = control.resumeAll();
      Exchange.answer(context, 200, new Touched(wasPaused ? view.accounts().size() : 0));
      return;
    }
    answer(context, control.resume(account.get()));
  }

  private void acceptRisk(Context context) {
    Exchange.query(context).finish();
    BodyFields body = Exchange.body(context);
    String name = body.text("account", LONGEST_NAME);
    @Nullable String platform = platform(body);
    String by = body.optionalText("accepted_by", LONGEST_NAME).orElse(null);
    body.finish();
    answer(
        context,
        control.acceptRisk(new SendingControl.Account(platform, name), by, clock.instant()));
  }

  private void sendNow(Context context) {
    UUID messageId = Exchange.pathId(context);
    QueryFields query = Exchange.query(context);
    String workspace = query.workspace();
    query.finish();
    BodyFields body = Exchange.body(context);
    body.finish();
    if (!control.click(workspace, messageId, clock.instant())) {
      throw Problem.conflict(
              "NO_CLICK_NEEDED", "The message does not wait for a person to click for it")
          .thrown();
    }
    Exchange.answer(context, 200, new Touched(1));
  }

  private static void answer(Context context, long accounts) {
    if (accounts == 0) {
      throw Problem.notFound(
              "The sender knows no such account: see accounts at /api/social/pipeline/queue")
          .thrown();
    }
    Exchange.answer(context, 200, new Touched(accounts));
  }

  /** Empty for all accounts, which must be said outright. */
  private static Optional<SendingControl.Account> account(BodyFields body) {
    boolean all = body.flag("all").orElse(false);
    Optional<String> name = body.optionalText("account", LONGEST_NAME);
    @Nullable String platform = platform(body);
    if (all == body.has("account")) {
      body.refuse("account", "is not told from all", "send either an account or all: true");
    }
    if (all && body.has("platform")) {
      body.refuse("platform", "is there beside all", "leave it out");
    }
    return name.map(known -> new SendingControl.Account(platform, known));
  }

  private static @Nullable String platform(BodyFields body) {
    return body.has("platform")
        ? body.word("platform", BodyFields.wordsOf(Platform.class)).name().toLowerCase(Locale.ROOT)
        : null;
  }

  private static List<String> platforms() {
    return BodyFields.wordsOf(Platform.class).stream()
        .map(platform -> platform.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
