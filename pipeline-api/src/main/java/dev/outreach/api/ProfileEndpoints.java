package dev.outreach.api;

import dev.outreach.api.http.BodyFields;
import dev.outreach.api.http.Problem;
import dev.outreach.api.http.QueryFields;
import dev.outreach.readmodel.ProfileList;
import dev.outreach.schemas.Erase;
import dev.outreach.schemas.Suppress;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** What can be done with one person at any time. */
final class ProfileEndpoints {

  private static final int LONGEST_REASON = 500;

  private final ProfileList profiles;
  private final CommandFactory commands;
  private final CommandAnswers answers;

  ProfileEndpoints(ProfileList profiles, CommandFactory commands, CommandAnswers answers) {
    this.profiles = profiles;
    this.commands = commands;
    this.answers = answers;
  }

  List<Route> routes() {
    return List.of(route("suppress", Suppress::new), route("erase", Erase::new));
  }

  private Route route(String verb, Function<String, SpecificRecord> making) {
    Handler handler = context -> answer(context, making);
    return Route.guarded(HandlerType.POST, "/api/social/profiles/{id}/" + verb, handler);
  }

  private void answer(Context context, Function<String, SpecificRecord> making) {
    UUID profileId = Exchange.pathId(context);
    QueryFields query = Exchange.query(context);
    CommandFactory.Batch batch = commands.batch(context, query.workspace());
    query.finish();
    BodyFields body = Exchange.body(context);
    SpecificRecord wanted = making.apply(body.text("reason", LONGEST_REASON));
    body.finish();
    if (profiles.find(batch.workspace(), profileId).isEmpty()) {
      throw Problem.notFound("There is nobody with this id in the workspace").thrown();
    }
    answers.one(context, batch.command(profileId, wanted));
  }
}
