package dev.outreach.benchmarks.people;

import dev.outreach.schemas.Actor;
import dev.outreach.schemas.ActorKind;
import dev.outreach.schemas.DraftCheck;
import dev.outreach.schemas.DraftResult;
import dev.outreach.schemas.DraftWritten;
import dev.outreach.schemas.MessageType;
import dev.outreach.schemas.Platform;
import dev.outreach.schemas.Profile;
import dev.outreach.schemas.ProfileCommand;
import dev.outreach.schemas.ProfileDiscovered;
import dev.outreach.schemas.RequestDraft;
import dev.outreach.schemas.ReviewProfile;
import dev.outreach.schemas.ReviewVerdict;
import dev.outreach.schemas.identity.DerivedId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What outsiders publish about invented people, by their number: all are found and reviewed, every
 * second one is qualified, every fourth one gets a draft. Stateless.
 *
 * @param series sets these people apart from those of another series
 */
public record Funnel(String series) {

  /** Whose people they are. */
  public static final String WORKSPACE = "acme";

  private static final List<Platform> PLATFORMS =
      List.of(Platform.INSTAGRAM, Platform.LINKEDIN, Platform.TIKTOK, Platform.FACEBOOK);
  private static final String SYSTEM = "load";

  /** Steps of a person, in their order. */
  public enum Step {
    FOUND(1),
    REVIEWED(1),
    DRAFT_WANTED(4),
    DRAFTED(4);

    private final int every;

    Step(int every) {
      this.every = every;
    }

    /** Whether a person goes this far; each step a person takes is one profile event. */
    public boolean isTakenBy(int person) {
      return person % every == 0;
    }

    /** How many of the people numbered from 0 take it. */
    public long takenBy(long people) {
      return (people + every - 1) / every;
    }
  }

  /** How many profile events the people numbered from 0 cause. */
  public static long events(long people) {
    long events = 0;
    for (Step step : Step.values()) {
      events += step.takenBy(people);
    }
    return events;
  }

  /** Whether the review says yes. */
  public static boolean isQualified(int person) {
    return person % 2 == 0;
  }

  /** A person's id. */
  public String profileId(int person) {
    return DerivedId.of("proof", series, Integer.toString(person));
  }

  /** The person was found. */
  public ProfileDiscovered found(int person, Instant at) {
    return new ProfileDiscovered(
        series + "-found-" + person,
        WORKSPACE,
        profileId(person),
        "job-" + series,
        at,
        "correlation-" + series,
        profile(person, at),
        0L);
  }

  /** The person was reviewed. */
  public ProfileCommand reviewed(int person, Instant at) {
    ReviewVerdict verdict = isQualified(person) ? ReviewVerdict.QUALIFIED : ReviewVerdict.REJECTED;
    return command("review", person, at, new ReviewProfile(verdict, null));
  }

  /** A first message is wanted. */
  public ProfileCommand draftWanted(int person, Instant at) {
    return command("draft", person, at, new RequestDraft(MessageType.INITIAL, null, false));
  }

  /** The first message was written. */
  public DraftResult drafted(int person, Instant at) {
    String profileId = profileId(person);
    String task = DerivedId.of("draft-task", profileId, id("draft", person));
    DraftWritten written =
        new DraftWritten(
            "Hi, your bread of last Sunday made me hungry. Would you show us how you bake it?",
            "en",
            "template",
            null,
            "instagram-initial-1",
            List.of(new DraftCheck("length", true, null)),
            120L,
            40L,
            7L);
    return new DraftResult(
        "result-" + task,
        WORKSPACE,
        profileId,
        at,
        task,
        "correlation-" + series,
        task,
        DerivedId.message(profileId, 0),
        written);
  }

  private ProfileCommand command(String kind, int person, Instant at, Object command) {
    return new ProfileCommand(
        id(kind, person),
        WORKSPACE,
        profileId(person),
        at,
        null,
        "correlation-" + series,
        new Actor(ActorKind.RULE, SYSTEM),
        command);
  }

  private String id(String kind, int person) {
    return series + "-" + kind + "-" + person;
  }

  private Profile profile(int person, Instant at) {
    Platform platform = PLATFORMS.get(person % PLATFORMS.size());
    String username = series + "." + person;
    return Profile.newBuilder()
        .setPlatform(platform)
        .setUsername(username)
        .setExternalId(Integer.toString(1_000_000 + person))
        .setFullName("Person " + person)
        .setBio("Bakes bread, number " + person + " of many who do, and writes about it.")
        .setCategory("food")
        .setLocation("Berlin")
        .setProfileUrl(
            "https://" + platform.name().toLowerCase(Locale.ROOT) + ".example/" + username)
        .setFollowers(1_000L + person % 50_000)
        .setFollowing(300L)
        .setPosts(120L)
        .setLanguage("en")
        .setSource("proof")
        .setCollectedAt(at)
        .build();
  }
}
