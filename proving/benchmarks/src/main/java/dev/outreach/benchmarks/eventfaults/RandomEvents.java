package dev.outreach.benchmarks.eventfaults;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Events that take people from any status to any other, with messages, due follow-ups and, now and
 * then, an event told once more. For one thread.
 */
final class RandomEvents {

  private static final int EVENTS_OF_A_PERSON = 5;
  private static final int ONE_IN_SO_MANY_IS_TOLD_AGAIN = 100;
  private static final Duration LONGEST_SILENCE = Duration.ofDays(10);
  private static final DiscoveryStatus[] DISCOVERY = DiscoveryStatus.values();
  private static final OutreachStatus[] OUTREACH = OutreachStatus.values();
  private static final MessageStatus[] MESSAGES = MessageStatus.values();

  private final SplittableRandom random;
  private final int[] versions;
  private final Instant begun;

  RandomEvents(long seed, long events, Instant begun) {
    this.random = new SplittableRandom(seed);
    this.versions = new int[Math.toIntExact(Math.max(1, events / EVENTS_OF_A_PERSON))];
    this.begun = begun;
  }

  /** What happens next, and perhaps the same once more. */
  List<ProfileEvent> next() {
    int person = random.nextInt(versions.length);
    versions[person]++;
    ProfileEvent event = event(person, versions[person]);
    return random.nextInt(ONE_IN_SO_MANY_IS_TOLD_AGAIN) == 0
        ? List.of(event, event)
        : List.of(event);
  }

  private ProfileEvent event(int person, int version) {
    String profileId = DerivedId.of("fault", Integer.toString(person));
    return ProfileEvent.newBuilder()
        .setId(profileId + "-" + version)
        .setWorkspaceId("acme")
        .setProfileId(profileId)
        .setOccurredAt(begun.plusMillis(version))
        .setCorrelationId("correlation")
        .setActor(new Actor(ActorKind.RULE, "load"))
        .setVersion(version)
        .setEvent(new ProfileRefreshed("job", List.of("bio")))
        .setAfter(summary(person, profileId))
        .build();
  }

  private ProfileSummary summary(int person, String profileId) {
    OutreachStatus outreach =
        random.nextInt(3) == 0 ? OutreachStatus.SENT : OUTREACH[random.nextInt(OUTREACH.length)];
    ProfileSummary.Builder summary =
        ProfileSummary.newBuilder()
            .setProfile(profile(person))
            .setDiscoveryStatus(DISCOVERY[random.nextInt(DISCOVERY.length)])
            .setOutreachStatus(outreach)
            .setFollowUpsSent(0)
            .setFollowUpsLeft(random.nextInt(3))
            .setLastContactedAt(begun.minusSeconds(random.nextLong(LONGEST_SILENCE.toSeconds())));
    if (random.nextInt(3) == 0) {
      summary.setMessage(message(profileId));
    }
    return summary.build();
  }

  private Profile profile(int person) {
    return Profile.newBuilder()
        .setPlatform(Platform.INSTAGRAM)
        .setUsername("person." + person)
        .setBio("Bakes bread, number " + person + " of many who do.")
        .setSource("proof")
        .setCollectedAt(begun)
        .build();
  }

  private MessageState message(String profileId) {
    int step = random.nextInt(2);
    return MessageState.newBuilder()
        .setMessageId(DerivedId.message(profileId, step))
        .setStep(step)
        .setMessageType(step == 0 ? MessageType.INITIAL : MessageType.FOLLOW_UP)
        .setStatus(MESSAGES[random.nextInt(MESSAGES.length)])
        .setText("Hello")
        .setAccount("account")
        .setRecipient("address")
        .build();
  }
}
