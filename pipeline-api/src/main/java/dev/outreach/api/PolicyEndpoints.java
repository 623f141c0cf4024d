package dev.outreach.api;

import dev.outreach.api.commands.CommandDesk;
import dev.outreach.api.http.BodyFields;
import dev.outreach.api.http.FollowUpAfter;
import dev.outreach.api.http.Problem;
import dev.outreach.readmodel.Policy;
import dev.outreach.readmodel.PolicyControl;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** When follow-ups are due and how many a person gets, read and changed while all runs. */
final class PolicyEndpoints {

  private static final String PATH = "/api/social/policy";
  private static final String FOLLOW_UP_AFTER = "follow_up_after";
  private static final String FOLLOW_UPS = "follow_ups";
  private static final int LONGEST_TEXT = 40;
  private static final int NOT_ASKED = -1;

  private final PolicyControl control;
  private final CommandDesk desk;
  private final CommandFactory commands;
  private final Clock clock;

  PolicyEndpoints(DataSource database, CommandDesk desk, CommandFactory commands, Clock clock) {
    this.control = new PolicyControl(database);
    this.desk = desk;
    this.commands = commands;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.guarded(HandlerType.GET, PATH, this::show),
        Route.guarded(HandlerType.PUT, PATH, this::change));
  }

  /** {@code Policy} of the contract. */
  private record PolicyView(String followUpAfter, String zone, @Nullable Integer followUps) {}

  private void show(Context context) {
    Exchange.query(context).finish();
    answer(context, now());
  }

  private void change(Context context) {
    Exchange.query(context).finish();
    BodyFields body = Exchange.body(context);
    Optional<Duration> followUpAfter = followUpAfter(body);
    int followUps = body.integer(FOLLOW_UPS, NOT_ASKED, 0, Policy.MOST_FOLLOW_UPS);
    if (!body.has(FOLLOW_UP_AFTER) && !body.has(FOLLOW_UPS)) {
      body.refuse(FOLLOW_UP_AFTER, "is missing", "send it, or follow_ups, or both");
    }
    body.finish();
    now();
    if (followUps != NOT_ASKED) {
      control.changeFollowUps(
          followUps,
          clock.instant(),
          since -> desk.change(commands.policyChange(since, followUps)));
    }
    followUpAfter.ifPresent(time -> control.changeFollowUpAfter(time, clock.instant()));
    answer(context, now());
  }

  private static Optional<Duration> followUpAfter(BodyFields body) {
    return body.optionalText(FOLLOW_UP_AFTER, LONGEST_TEXT)
        .flatMap(
            text ->
                switch (FollowUpAfter.of(text)) {
                  case FollowUpAfter.Known(Duration time) -> Optional.of(time);
                  case FollowUpAfter.Flawed(String problem, String fix) -> {
                    body.refuse(FOLLOW_UP_AFTER, problem, fix);
                    yield Optional.empty();
                  }
                });
  }

  private Policy now() {
    return control
        .now()
        .orElseThrow(
            () ->
                Problem.notFound("Nothing is laid down yet: start status-projector first")
                    .thrown());
  }

  private void answer(Context context, Policy now) {
    Exchange.answer(
        context,
        200,
        new PolicyView(
            now.followUpAfter().toString(), now.zone().getId(), control.followUps().orElse(null)));
  }
}
