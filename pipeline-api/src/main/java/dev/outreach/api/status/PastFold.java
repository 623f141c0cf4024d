package dev.outreach.api.status;

import dev.outreach.readmodel.PastRules;
import dev.outreach.readmodel.PipelineStatus;
import dev.outreach.readmodel.PlatformStatus;
import dev.outreach.readmodel.StageCounts;
import dev.outreach.readmodel.Unlocks;
import dev.outreach.schemas.MessageDrafted;
import dev.outreach.schemas.MessageFailed;
import dev.outreach.schemas.MessageQueued;
import dev.outreach.schemas.MessageSent;
import dev.outreach.schemas.MessageStatus;
import dev.outreach.schemas.MessageUnconfirmed;
import dev.outreach.schemas.Platform;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.ProfileRegistered;
import dev.outreach.schemas.ProfileReviewed;
import dev.outreach.schemas.ProfileSuppressed;
import dev.outreach.schemas.ReplyReceived;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Makes the status of one workspace out of the beginning of the log. For one thread. */
final class PastFold {

  private static final List<Platform> SHOWN =
      List.of(Platform.LINKEDIN, Platform.INSTAGRAM, Platform.TIKTOK, Platform.FACEBOOK);

  private final String workspace;
  private final Instant at;
  private final PastRules.Rules rules;
  private final LocalDate today;
  private final Map<String, Standing> people = new HashMap<>();
  private final Map<String, Waiting> waiting = new HashMap<>();
  private final Figures happened = new Figures();

  PastFold(String workspace, Instant at, PastRules.Rules rules) {
    this.workspace = workspace;
    this.at = at;
    this.rules = rules;
    this.today = LocalDate.ofInstant(at, rules.zone());
  }

  /** Whether a message waits for a person, since which version of them. */
  private record Waiting(long version, Platform platform, boolean isWaiting) {}

  void saw(ProfileEvent event) {
    if (!event.getWorkspaceId().equals(workspace)) {
      return;
    }
    Standing known = people.get(event.getProfileId());
    if (known != null && known.version() >= event.getVersion()) {
      return;
    }
    Standing now = Standing.after(event);
    people.put(event.getProfileId(), now);
    event
        .getAfter()
        .getMessage()
        .ifPresent(
            message ->
                waiting.put(
                    message.getMessageId(),
                    new Waiting(
                        event.getVersion(),
                        now.platform(),
                        message.getStatus() == MessageStatus.WAITING_MANUAL)));
    if (LocalDate.ofInstant(event.getOccurredAt(), rules.zone()).equals(today)) {
      countToday(event.getEvent());
    }
  }

  /**
   * The status as the screen had it.
   *
   * @param unlocks which stages such counts open, and why
   */
  PipelineStatus status(Function<StageCounts, Unlocks> unlocks) {
    Instant readyBefore = at.minus(rules.followUpAfter()).truncatedTo(ChronoUnit.SECONDS);
    Figures all = new Figures();
    Map<Platform, Figures> each = new HashMap<>();
    for (Standing person : people.values()) {
      count(person, readyBefore, all);
      count(person, readyBefore, of(each, person.platform()));
    }
    for (Waiting message : waiting.values()) {
      if (message.isWaiting()) {
        all.count(MessageStatus.WAITING_MANUAL);
        of(each, message.platform()).count(MessageStatus.WAITING_MANUAL);
      }
    }
    List<PlatformStatus> byPlatform = new ArrayList<>();
    SHOWN.forEach(
        platform -> byPlatform.add(status(wordOf(platform), of(each, platform), unlocks)));
    if (each.containsKey(Platform.UNKNOWN)) {
      byPlatform.add(status(wordOf(Platform.UNKNOWN), of(each, Platform.UNKNOWN), unlocks));
    }
    return new PipelineStatus(
        status("all", all, unlocks),
        byPlatform,
        happened.today(today, rules.zone()),
        at,
        readyBefore,
        0);
  }

  private static void count(Standing person, Instant readyBefore, Figures figures) {
    figures.count("people");
    figures.count(person.discovery());
    figures.count(person.outreach());
    if (person.isDue(readyBefore)) {
      figures.count("followup_ready");
    }
  }

  /** The same conditions as {@link dev.outreach.readmodel.DayKey}. */
  private void countToday(Object event) {
    switch (event) {
      case ProfileRegistered _ -> happened.count("discovered");
      case ProfileReviewed review -> {
        happened.count("reviewed");
        switch (review.getVerdict()) {
          case QUALIFIED, REJECTED -> happened.count(review.getVerdict());
          case REVIEWED -> {}
        }
      }
      case MessageDrafted _ -> happened.count("drafted");
      case MessageQueued _ -> happened.count("queued");
      case MessageSent _ -> happened.count("sent");
      case ReplyReceived _ -> happened.count("replied");
      case MessageFailed _ -> happened.count("failed");
      case MessageUnconfirmed _ -> happened.count("unconfirmed");
      case ProfileSuppressed _ -> happened.count("opted_out");
      default -> {}
    }
  }

  private static Figures of(Map<Platform, Figures> each, Platform platform) {
    return each.computeIfAbsent(platform, _ -> new Figures());
  }

  private static PlatformStatus status(
      String platform, Figures figures, Function<StageCounts, Unlocks> unlocks) {
    StageCounts counts = figures.stages();
    return new PlatformStatus(platform, counts, unlocks.apply(counts));
  }

  private static String wordOf(Platform platform) {
    return platform.name().toLowerCase(Locale.ROOT);
  }
}
