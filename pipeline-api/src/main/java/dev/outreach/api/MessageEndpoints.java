package dev.outreach.api;

import dev.outreach.api.http.BodyFields;
import dev.outreach.api.http.Problem;
import dev.outreach.api.http.QueryFields;
import dev.outreach.readmodel.MessageList;
import dev.outreach.schemas.CancelSend;
import dev.outreach.schemas.DiscardDraft;
import dev.outreach.schemas.EditDraft;
import dev.outreach.schemas.RecordManualSend;
import dev.outreach.schemas.ResolveUnconfirmed;
import dev.outreach.schemas.UnconfirmedResolution;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecord;

/** What can be done with one message. */
final class MessageEndpoints {

  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_REASON = 500;
  private static final String REASON = "reason";

  private final MessageList messages;
  private final CommandFactory commands;
  private final CommandAnswers answers;

  MessageEndpoints(MessageList messages, CommandFactory commands, CommandAnswers answers) {
    this.messages = messages;
    this.commands = commands;
    this.answers = answers;
  }

  List<Route> routes() {
    return List.of(
        route("edit", MessageEndpoints::edit),
        route("discard", MessageEndpoints::discard),
        route("cancel", MessageEndpoints::cancel),
        route("manual-send", MessageEndpoints::manualSend),
        route("resolve", MessageEndpoints::resolve));
  }

  /** Reads what is wanted of a message. */
  private interface Reading extends BiFunction<String, BodyFields, SpecificRecord> {}

  private Route route(String verb, Reading reading) {
    Handler handler = context -> answer(context, reading);
    return Route.guarded(HandlerType.POST, "/api/social/messages/{id}/" + verb, handler);
  }

  private void answer(Context context, Reading reading) {
    UUID messageId = Exchange.pathId(context);
    QueryFields query = Exchange.query(context);
    CommandFactory.Batch batch = commands.batch(context, query.workspace());
    query.finish();
    BodyFields body = Exchange.body(context);
    SpecificRecord wanted = reading.apply(messageId.toString(), body);
    body.finish();
    answers.one(context, batch.command(ownerOf(batch.workspace(), messageId), wanted));
  }

  private UUID ownerOf(String workspace, UUID messageId) {
    return messages
        .find(workspace, messageId)
        .orElseThrow(
            () -> Problem.notFound("There is no message with this id in the workspace").thrown())
        .profileId();
  }

  private static SpecificRecord edit(String messageId, BodyFields body) {
    return new EditDraft(messageId, body.text("text", LONGEST_TEXT));
  }

  private static SpecificRecord discard(String messageId, BodyFields body) {
    return new DiscardDraft(messageId, body.optionalText(REASON, LONGEST_REASON).orElse(null));
  }

  private static SpecificRecord cancel(String messageId, BodyFields body) {
    return new CancelSend(messageId, body.optionalText(REASON, LONGEST_REASON).orElse(null));
  }

  private static SpecificRecord manualSend(String messageId, BodyFields body) {
    boolean sent = body.requiredFlag("sent");
    String text = body.optionalText("sent_text", LONGEST_TEXT).orElse(null);
    Instant at = body.time("sent_at").orElse(null);
    String reason = body.optionalText(REASON, LONGEST_REASON).orElse(null);
    if (!sent && (text != null || at != null)) {
      body.refuse(
          "sent", "is false although a sent text or time is given", "send true, or no such");
    }
    if (body.has("sent") && !sent && !body.has(REASON)) {
      body.refuse(REASON, "is missing", "say why it could not be sent");
    }
    return new RecordManualSend(messageId, sent, text, at, reason);
  }

  private static SpecificRecord resolve(String messageId, BodyFields body) {
    UnconfirmedResolution resolution =
        body.word("resolution", BodyFields.wordsOf(UnconfirmedResolution.class));
    return new ResolveUnconfirmed(messageId, resolution, body.text(REASON, LONGEST_REASON));
  }
}
