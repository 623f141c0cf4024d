package dev.outreach.projector;

import dev.outreach.schemas.Actor;
import dev.outreach.schemas.ActorKind;
import dev.outreach.schemas.DiscoveryStatus;
import dev.outreach.schemas.MessageState;
import dev.outreach.schemas.MessageStatus;
import dev.outreach.schemas.MessageType;
import dev.outreach.schemas.OutreachStatus;
import dev.outreach.schemas.Platform;
import dev.outreach.schemas.Profile;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.ProfileRefreshed;
import dev.outreach.schemas.ProfileSummary;
import dev.outreach.schemas.identity.DerivedId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invented profile events. */
final class Events {

  static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

  private Events() {}

  static String profileId(String name) {
    return DerivedId.profile("acme", "instagram", name);
  }

  static ProfileEvent event(
      String name, long version, DiscoveryStatus discovery, OutreachStatus outreach) {
    return event(name, version, summary(name, discovery, outreach, null).build());
  }

  static ProfileEvent event(String name, long version, ProfileSummary after) {
    return ProfileEvent.newBuilder()
        .setId(DerivedId.of("event", name, Long.toString(version)))
        .setWorkspaceId("acme")
        .setProfileId(profileId(name))
        .setOccurredAt(START.plusSeconds(version))
        .setCorrelationId("correlation")
        .setActor(new Actor(ActorKind.PERSON, "reviewer"))
        .setVersion(version)
        .setEvent(new ProfileRefreshed("job-1", List.of("bio")))
        .setAfter(after)
        .build();
  }

  static ProfileSummary.Builder summary(
      String name,
      DiscoveryStatus discovery,
      OutreachStatus outreach,
      @Nullable Instant lastContactedAt) {
    return ProfileSummary.newBuilder()
        .setProfile(profile(name))
        .setDiscoveryStatus(discovery)
        .setOutreachStatus(outreach)
        .setFollowUpsSent(0)
        .setFollowUpsLeft(2)
        .setLastContactedAt(lastContactedAt)
        .setErased(false);
  }

  static Profile profile(String name) {
    return Profile.newBuilder()
        .setPlatform(Platform.INSTAGRAM)
        .setUsername(name)
        .setFullName("Full " + name)
        .setBio("A bio of ordinary length, about bread and butter.")
        .setFollowers(1_000L)
        .setSource("file")
        .setCollectedAt(START)
        .build();
  }

  static MessageState message(String name, int step, MessageStatus status) {
    return MessageState.newBuilder()
        .setMessageId(DerivedId.message(profileId(name), step))
        .setStep(step)
        .setMessageType(step == 0 ? MessageType.INITIAL : MessageType.FOLLOW_UP)
        .setStatus(status)
        .setText("Hello")
        .setAccount("account-1")
        .setRecipient(name)
        .build();
  }
}
