package dev.outreach.api;

import dev.outreach.api.http.BodyFields;
import dev.outreach.api.http.Problem;
import dev.outreach.api.http.QueryFields;
import dev.outreach.api.inbox.WaitingMessages;
import dev.outreach.readmodel.ProfileList;
import dev.outreach.schemas.identity.DerivedId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The messages of people nobody knows yet. */
final class InboxEndpoints {

  private static final String PATH = "/api/social/inbox/unmatched";
  private static final String NOBODY =
      "There is nobody of this id or handle in the workspace: discover or import the person first";
  private static final int LONGEST_HANDLE = 200;
  private static final int MOST = 200;
  private static final int USUAL = 50;

  private final WaitingMessages waiting;
  private final ProfileList profiles;

  InboxEndpoints(WaitingMessages waiting, ProfileList profiles) {
    this.waiting = waiting;
    this.profiles = profiles;
  }

  List<Route> routes() {
    return List.of(
        Route.guarded(HandlerType.GET, PATH, this::list),
        Route.guarded(HandlerType.POST, PATH + "/{id}/match", this::match),
        Route.guarded(HandlerType.POST, PATH + "/{id}/dismiss", this::dismiss));
  }

  private void list(Context context) {
    QueryFields query = Exchange.query(context);
    String workspace = query.workspace();
    int limit = query.integer("limit", USUAL, 1, MOST);
    query.finish();
    Exchange.answer(context, 200, waiting.newest(workspace, limit));
  }

  private void match(Context context) {
    UUID id = Exchange.pathId(context);
    String workspace = workspace(context);
    BodyFields body = Exchange.body(context);
    Optional<UUID> profileId =
        body.has("profile_id") ? Optional.of(body.id("profile_id")) : Optional.empty();
    Optional<String> username = body.optionalText("username", LONGEST_HANDLE);
    if (profileId.isPresent() == username.isPresent()) {
      body.refuse("profile_id", "and username are both there or both missing", "send one of them");
    }
    body.finish();
    UUID person = profileId.or(() -> person(workspace, id, username.orElseThrow())).orElseThrow();
    if (profiles.find(workspace, person).isEmpty()) {
      throw Problem.notFound(NOBODY).thrown();
    }
    answer(context, waiting.match(workspace, id, person));
  }

  private Optional<UUID> person(String workspace, UUID id, String username) {
    String platform = waiting.platformOf(workspace, id).orElseThrow(() -> gone().thrown());
    try {
      return Optional.of(UUID.fromString(DerivedId.profile(workspace, platform, username)));
    } catch (IllegalArgumentException noHandle) {
      throw Problem.notFound(NOBODY).thrown();
    }
  }

  private void dismiss(Context context) {
    UUID id = Exchange.pathId(context);
    answer(context, waiting.dismiss(workspace(context), id));
  }

  private static String workspace(Context context) {
    QueryFields query = Exchange.query(context);
    String workspace = query.workspace();
    query.finish();
    return workspace;
  }

  private static Problem gone() {
    return Problem.notFound("No message with this id waits in the workspace");
  }

  private static void answer(Context context, boolean done) {
    if (!done) {
      throw gone().thrown();
    }
    Exchange.answer(context, 202, Map.of());
  }
}
