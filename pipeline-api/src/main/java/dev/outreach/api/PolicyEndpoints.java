package dev.outreach.api;

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

/** When follow-ups are due, read and changed while all runs. */
final class PolicyEndpoints {

  private static final String PATH = "/api/social/policy";
  private static final String FOLLOW_UP_AFTER = "follow_up_after";
  private static final int LONGEST_TEXT = 40;

  private final PolicyControl control;
  private final Clock clock;

  PolicyEndpoints(DataSource database, Clock clock) {
    this.control = new PolicyControl(database);
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.guarded(HandlerType.GET, PATH, this::show),
        Route.guarded(HandlerType.PUT, PATH, this::change));
  }

  /** {@code Policy} of the contract. */
  private record PolicyView(String followUpAfter, String zone) {}

  private void show(Context context) {
    Exchange.query(context).finish();
    answer(context, control.now());
  }

  private void change(Context context) {
    Exchange.query(context).finish();
    BodyFields body = Exchange.body(context);
    Duration followUpAfter = followUpAfter(body);
    body.finish();
    answer(context, control.changeFollowUpAfter(followUpAfter, clock.instant()));
  }

  /** What stands in for a wrong one goes nowhere: the body is refused at its end. */
  private static Duration followUpAfter(BodyFields body) {
    String text = body.text(FOLLOW_UP_AFTER, LONGEST_TEXT);
    if (text.isEmpty()) {
      return Policy.LONGEST;
    }
    return switch (FollowUpAfter.of(text)) {
      case FollowUpAfter.Known(Duration time) -> time;
      case FollowUpAfter.Flawed(String problem, String fix) -> {
        body.refuse(FOLLOW_UP_AFTER, problem, fix);
        yield Policy.LONGEST;
      }
    };
  }

  private static void answer(Context context, Optional<Policy> policy) {
    Policy now =
        policy.orElseThrow(
            () ->
                Problem.notFound("Nothing is laid down yet: start status-projector first")
                    .thrown());
    Exchange.answer(
        context, 200, new PolicyView(now.followUpAfter().toString(), now.zone().getId()));
  }
}
