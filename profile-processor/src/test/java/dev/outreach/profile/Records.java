package dev.outreach.profile;

import dev.outreach.schemas.Actor;
import dev.outreach.schemas.ActorKind;
import dev.outreach.schemas.DraftRefused;
import dev.outreach.schemas.DraftResult;
import dev.outreach.schemas.DraftWritten;
import dev.outreach.schemas.InboundKind;
import dev.outreach.schemas.Platform;
import dev.outreach.schemas.Profile;
import dev.outreach.schemas.ProfileCommand;
import dev.outreach.schemas.ProfileDiscovered;
import dev.outreach.schemas.RecordReply;
import dev.outreach.schemas.SendResult;
import dev.outreach.schemas.identity.DerivedId;
import java.time.Instant;
import java.util.List;

/** The records tests feed in. */
final class Records {

  static final String WORKSPACE = "main";
  static final String PROFILE = DerivedId.profile(WORKSPACE, "instagram", "ada");
  static final String MESSAGE = DerivedId.message(PROFILE, 0);
  static final String FOLLOW_UP = DerivedId.message(PROFILE, 1);
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Records() {}

  static Profile.Builder ada() {
    return Profile.newBuilder()
        .setPlatform(Platform.INSTAGRAM)
        .setUsername("ada")
        .setFullName("Ada Example")
        .setBio("Bakes bread")
        .setFollowers(1_200L)
        .setSource("people.csv")
        .setCollectedAt(NOON);
  }

  static ProfileDiscovered found(Profile profile) {
    return new ProfileDiscovered(
        "found-1", WORKSPACE, PROFILE, "job-1", NOON, "correlation-1", profile, 3L);
  }

  static ProfileCommand command(String id, Object payload) {
    return command(id, ActorKind.PERSON, payload);
  }

  static ProfileCommand command(String id, ActorKind kind, Object payload) {
    Actor actor = new Actor(kind, "grace");
    return new ProfileCommand(
        id, WORKSPACE, PROFILE, NOON.plusSeconds(60), null, "correlation-" + id, actor, payload);
  }

  static RecordReply inbound(InboundKind kind, String platformMessageId, String text) {
    return RecordReply.newBuilder()
        .setKind(kind)
        .setText(text)
        .setPlatformMessageId(platformMessageId)
        .setThreadId("thread-1")
        .setAddress("igsid-7")
        .setReceivedAt(NOON.plusSeconds(600))
        .setWindowOpenUntil(NOON.plusSeconds(86_400))
        .build();
  }

  static DraftResult drafted(String taskId, String messageId, String text) {
    DraftWritten written =
        new DraftWritten(
            text, "en", "template", null, "instagram-initial-1", List.of(), 120L, 40L, 7L);
    return draftResult(taskId, messageId, written);
  }

  static DraftResult refused(String taskId, String messageId) {
    return draftResult(taskId, messageId, new DraftRefused("TIMEOUT", "no answer in time"));
  }

  private static DraftResult draftResult(String taskId, String messageId, Object outcome) {
    return new DraftResult(
        "result-" + taskId,
        WORKSPACE,
        PROFILE,
        NOON.plusSeconds(120),
        taskId,
        "correlation-draft",
        taskId,
        messageId,
        outcome);
  }

  static SendResult sendResult(String orderId, String messageId, Object outcome) {
    return new SendResult(
        "result-" + orderId + "-" + outcome.getClass().getSimpleName(),
        WORKSPACE,
        PROFILE,
        NOON.plusSeconds(300),
        orderId,
        "correlation-send",
        messageId,
        1,
        orderId,
        outcome);
  }
}
