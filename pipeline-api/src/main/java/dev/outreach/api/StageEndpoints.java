package dev.outreach.api;

import dev.outreach.api.http.BodyFields;
import dev.outreach.api.http.QueryFields;
import dev.outreach.api.inbox.RequestKeys;
import dev.outreach.readmodel.ProfileFilter;
import dev.outreach.readmodel.ProfileList;
import dev.outreach.readmodel.ProfileRow;
import dev.outreach.readmodel.Unlock;
import dev.outreach.readmodel.Unlocks;
import dev.outreach.schemas.ApproveSend;
import dev.outreach.schemas.MessageType;
import dev.outreach.schemas.ProfileCommand;
import dev.outreach.schemas.RequestDraft;
import dev.outreach.schemas.ReviewProfile;
import dev.outreach.schemas.ReviewVerdict;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Review, draft, send and follow up: many people at once. */
final class StageEndpoints {

  private static final int MOST = 500;
  private static final int USUAL = 100;
  private static final int LONGEST_REASON = 500;

  private final StageGate gate;
  private final ProfileList profiles;
  private final RequestKeys keys;
  private final CommandFactory commands;
  private final CommandAnswers answers;

  StageEndpoints(
      StageGate gate,
      ProfileList profiles,
      RequestKeys keys,
      CommandFactory commands,
      CommandAnswers answers) {
    this.gate = gate;
    this.profiles = profiles;
    this.keys = keys;
    this.commands = commands;
    this.answers = answers;
  }

  List<Route> routes() {
    return List.of(
        Route.guarded(HandlerType.POST, "/api/social/pipeline/review", this::review),
        Route.guarded(HandlerType.POST, "/api/social/pipeline/draft", this::draft),
        Route.guarded(HandlerType.POST, "/api/social/pipeline/send", this::send),
        Route.guarded(HandlerType.POST, "/api/social/pipeline/followup", this::followUp));
  }

  private void review(Context context) {
    CommandFactory.Batch batch = batch(context);
    BodyFields body = Exchange.body(context);
    List<UUID> ids = requiredIds(body);
    ReviewVerdict verdict = body.word("verdict", BodyFields.wordsOf(ReviewVerdict.class));
    String reason = body.optionalText("reason", LONGEST_REASON).orElse(null);
    body.finish();
    gate.pass(batch.workspace(), Unlocks::review);
    ReviewProfile wanted = ReviewProfile.newBuilder().setVerdict(verdict).setReason(reason).build();
    answers.each(context, ids.stream().map(id -> batch.command(id, wanted)).toList());
  }

  private void draft(Context context) {
    CommandFactory.Batch batch = batch(context);
    Choice choice = Choice.read(Exchange.body(context), "all_qualified");
    ProfileFilter qualified =
        new ProfileFilter(
            batch.workspace(), null, Set.of("qualified"), Set.of("not_started"), false);
    Stage stage = new Stage(MessageType.INITIAL, Unlocks::drafting, qualified);
    order(context, batch, stage, people(batch, choice, stage));
  }

  private void followUp(Context context) {
    CommandFactory.Batch batch = batch(context);
    Choice choice = Choice.read(Exchange.body(context), "all_ready");
    ProfileFilter ready = new ProfileFilter(batch.workspace(), null, Set.of(), Set.of(), true);
    Stage stage = new Stage(MessageType.FOLLOW_UP, Unlocks::followup, ready);
    order(context, batch, stage, people(batch, choice, stage));
  }

  private void send(Context context) {
    CommandFactory.Batch batch = batch(context);
    BodyFields body = Exchange.body(context);
    Map<UUID, ProfileCommand> approved = new LinkedHashMap<>();
    for (BodyFields approval : body.objects("approvals", MOST)) {
      UUID profileId = approval.id("profile_id");
      ApproveSend wanted =
          ApproveSend.newBuilder()
              .setMessageId(approval.id("message_id").toString())
              .setFingerprint(approval.fingerprint("fingerprint"))
              .build();
      if (approved.put(profileId, batch.command(profileId, wanted)) != null) {
        approval.refuse("profile_id", "is there more than once", "approve one message a person");
      }
    }
    body.finish();
    gate.pass(batch.workspace(), Unlocks::sending);
    answers.each(context, List.copyOf(approved.values()));
  }

  private void order(Context context, CommandFactory.Batch batch, Stage stage, List<UUID> people) {
    RequestDraft wanted = RequestDraft.newBuilder().setMessageType(stage.type()).build();
    answers.each(context, people.stream().map(id -> batch.command(id, wanted)).toList());
  }

  /** The gate was passed already by whoever sends the same request again. */
  private List<UUID> people(CommandFactory.Batch batch, Choice choice, Stage stage) {
    if (!choice.all() || !batch.isKeyed()) {
      gate.pass(batch.workspace(), stage.unlock());
      return choice.all() ? ready(choice, stage) : choice.ids();
    }
    UUID id = UUID.fromString(batch.idFor("Choice", ""));
    String request = stage.type() + " for " + choice.limit();
    Optional<List<UUID>> before = keys.chosen(id, request);
    if (before.isPresent()) {
      return before.get();
    }
    gate.pass(batch.workspace(), stage.unlock());
    return keys.choose(id, request, ready(choice, stage)).orElseThrow(Exchange::keyReused);
  }

  private List<UUID> ready(Choice choice, Stage stage) {
    return profiles.page(stage.everyone(), null, choice.limit()).rows().stream()
        .map(ProfileRow::profileId)
        .toList();
  }

  /** Which message is drafted, what must be open for it, and who is meant by all. */
  private record Stage(
      MessageType type, Function<Unlocks, Unlock> unlock, ProfileFilter everyone) {}

  /** Either some people, or all who are ready, up to a limit. */
  private record Choice(List<UUID> ids, boolean all, int limit) {

    static Choice read(BodyFields body, String everyone) {
      List<UUID> ids = body.ids("profile_ids", MOST).stream().distinct().toList();
      boolean all = body.flag(everyone).orElse(false);
      int limit = body.integer("limit", USUAL, 1, MOST);
      if (all == body.has("profile_ids")) {
        body.refuse(
            "profile_ids",
            "and " + everyone + " exclude each other, and one of them is needed",
            "send a list of ids, or " + everyone + ": true");
      }
      body.finish();
      return new Choice(ids, all, limit);
    }
  }

  private CommandFactory.Batch batch(Context context) {
    QueryFields query = Exchange.query(context);
    String workspace = query.workspace();
    query.finish();
    return commands.batch(context, workspace);
  }

  private static List<UUID> requiredIds(BodyFields body) {
    List<UUID> ids = body.ids("profile_ids", MOST).stream().distinct().toList();
    if (!body.has("profile_ids")) {
      body.refuse("profile_ids", "is missing", "send a list of 1 to " + MOST + " ids");
    }
    return ids;
  }
}
