package dev.outreach.projector;

import dev.outreach.readmodel.write.MessageRecord;
import dev.outreach.readmodel.write.ProfileRecord;
import dev.outreach.readmodel.write.TimelineRecord;
import dev.outreach.schemas.Engagement;
import dev.outreach.schemas.MessageState;
import dev.outreach.schemas.Profile;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.ProfileSummary;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows one profile event leaves behind.
 *
 * @param person the person as they stand now
 * @param message the message the event touched
 * @param entry the event itself
 */
record ProfileRows(ProfileRecord person, @Nullable MessageRecord message, TimelineRecord entry) {

  /**
   * Reads an event.
   *
   * @param partition Kafka's number of the partition it came from
   * @throws IllegalArgumentException where a field has a value no row can hold
   */
  static ProfileRows of(ProfileEvent event, int partition) {
    UUID profileId = Valid.id("profileId", event.getProfileId());
    Valid.key("workspaceId", event.getWorkspaceId());
    Valid.time("occurredAt", event.getOccurredAt());
    Valid.version(event.getVersion());
    Optional<MessageState> touched = event.getAfter().getMessage();
    return new ProfileRows(
        person(event, profileId, partition),
        touched.map(message -> message(event, message, profileId, partition)).orElse(null),
        entry(event, profileId, partition));
  }

  private static ProfileRecord person(ProfileEvent event, UUID profileId, int partition) {
    ProfileSummary after = event.getAfter();
    Profile profile = after.getProfile();
    Optional<Engagement> engagement = profile.getEngagement();
    return new ProfileRecord(
        profileId,
        partition,
        event.getWorkspaceId(),
        Word.of(profile.getPlatform()),
        profile.getUsername(),
        profile.getExternalId().orElse(null),
        profile.getFullName().orElse(null),
        profile.getBio().orElse(null),
        profile.getCategory().orElse(null),
        profile.getLocation().orElse(null),
        profile.getProfileUrl().orElse(null),
        profile.getWebsite().orElse(null),
        profile.getFollowers().orElse(null),
        profile.getFollowing().orElse(null),
        profile.getPosts().orElse(null),
        profile.getAverageLikes().orElse(null),
        profile.getAverageComments().orElse(null),
        engagement.flatMap(Engagement::getScore).orElse(null),
        engagement.flatMap(Engagement::getReason).orElse(null),
        engagement.map(ProfileRows::json).orElse(null),
        profile.getVerified().orElse(null),
        profile.getLanguage().orElse(null),
        time("lastPostAt", profile.getLastPostAt()),
        profile.getSource(),
        Valid.time("collectedAt", profile.getCollectedAt()),
        Word.of(after.getDiscoveryStatus()),
        Word.of(after.getOutreachStatus()),
        after.getFollowUpsSent(),
        after.getFollowUpsLeft(),
        time("lastContactedAt", after.getLastContactedAt()),
        time("repliedAt", after.getRepliedAt()),
        time("windowOpenUntil", after.getWindowOpenUntil()),
        after.getErased(),
        event.getVersion(),
        event.getOccurredAt());
  }

  private static MessageRecord message(
      ProfileEvent event, MessageState message, UUID profileId, int partition) {
    return new MessageRecord(
        Valid.id("messageId", message.getMessageId()),
        partition,
        profileId,
        event.getWorkspaceId(),
        Word.of(event.getAfter().getProfile().getPlatform()),
        message.getStep(),
        Word.of(message.getMessageType()),
        Word.of(message.getStatus()),
        message.getText().orElse(null),
        message.getSentText().orElse(null),
        message.getFingerprint().orElse(null),
        message.getAccount(),
        message.getRecipient(),
        message.getThreadId().orElse(null),
        message.getPlatformMessageId().orElse(null),
        message.getRoute().map(Word::of).orElse(null),
        message.getDrafter().orElse(null),
        message.getModel().orElse(null),
        message.getPromptVersion().orElse(null),
        message.getLanguage().orElse(null),
        Json.checks(message.getChecks()),
        message.getEdited(),
        message.getReasonCode().orElse(null),
        message.getReason().orElse(null),
        time("waitsUntil", message.getWaitsUntil()),
        message.getLink().orElse(null),
        time("draftedAt", message.getDraftedAt()),
        time("approvedAt", message.getApprovedAt()),
        message.getApprovedBy().orElse(null),
        time("sentAt", message.getSentAt()),
        event.getVersion(),
        event.getOccurredAt());
  }

  private static TimelineRecord entry(ProfileEvent event, UUID profileId, int partition) {
    EventStory story = EventStory.of(event.getEvent());
    return new TimelineRecord(
        profileId,
        event.getVersion(),
        event.getWorkspaceId(),
        event.getOccurredAt(),
        event.getId(),
        story.event(),
        Word.of(event.getActor().getKind()),
        event.getActor().getName(),
        story.messageId(),
        story.reasonCode(),
        story.reason(),
        story.body(),
        story.details(),
        event.getCausationId().orElse(null),
        event.getCorrelationId(),
        Word.of(event.getAfter().getProfile().getPlatform()),
        partition);
  }

  private static String json(Engagement engagement) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("score", engagement.getScore().orElse(null));
    fields.put("reason", engagement.getReason().orElse(null));
    fields.put("observed_rate", engagement.getObservedRate().orElse(null));
    fields.put("sample_size", engagement.getSampleSize());
    fields.put("benchmark_set", engagement.getBenchmarkSet().orElse(null));
    fields.put("tier", engagement.getTier().orElse(null));
    fields.put("formula_version", engagement.getFormulaVersion().orElse(null));
    fields.put("flags", engagement.getFlags());
    return Json.of(fields);
  }

  private static @Nullable Instant time(String field, Optional<Instant> time) {
    return time.map(given -> Valid.time(field, given)).orElse(null);
  }
}
