package dev.outreach.api.inbox;

import dev.outreach.api.inbox.Statements.Statement;
import dev.outreach.platforms.Conversations;
import dev.outreach.platforms.PlatformException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads conversations now and then, for what no webhook told; of several processes one does it at a
 * time. What a webhook told already is known by its id.
 */
final class ConversationPoll {

  private static final Logger log = LoggerFactory.getLogger(ConversationPoll.class);

  /** A platform may show a message later than its time says. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private static final Duration FIRST_LOOK_BACK = Duration.ofDays(1);
  private static final String BEGIN =
      """
      INSERT INTO social_inbound_polls (platform, read_up_to, next_poll_at) VALUES (?, ?, ?)
      ON CONFLICT (platform) DO NOTHING
      """;
  private static final String CLAIM =
      """
      UPDATE social_inbound_polls SET next_poll_at = ?
      WHERE platform = ? AND next_poll_at <= ? RETURNING read_up_to
      """;
  private static final String ADVANCE =
      """
      UPDATE social_inbound_polls SET read_up_to = ? WHERE platform = ? AND read_up_to < ?
      """;

  private final String channel;
  private final Arrivals arrivals;
  private final Conversations conversations;
  private final Statements statements;
  private final Duration every;
  private final Clock clock;

  ConversationPoll(Polled polled, Statements statements, Duration every, Clock clock) {
    this.channel = polled.channel();
    this.arrivals = polled.arrivals();
    this.conversations = polled.conversations();
    this.statements = statements;
    this.every = every;
    this.clock = clock;
  }

  /** What is read, and how it is understood. */
  record Polled(String channel, Arrivals arrivals, Conversations conversations) {}

  /** What was said, where it is time to ask and nobody else does; empty where not. */
  Optional<List<Arrival>> due() {
    Instant now = clock.instant();
    return claim(now).flatMap(this::read);
  }

  private Optional<Instant> claim(Instant now) {
    statements.change(
        List.of(new Statement(BEGIN, Arrays.asList(channel, now.minus(FIRST_LOOK_BACK), now))));
    return statements
        .rows(
            new Statement(CLAIM, Arrays.asList(now.plus(every), channel, now)),
            row -> Statements.time(row, "read_up_to"))
        .stream()
        .findFirst();
  }

  private Optional<List<Arrival>> read(Instant since) {
    try {
      List<Arrival> said = arrivals.of(conversations.since(since.minus(OVERLAP)));
      log.debug("{} messages read in the conversations of {}", said.size(), channel);
      return Optional.of(said);
    } catch (PlatformException refused) {
      log.warn("the conversations of {} cannot be read now", channel, refused);
      return Optional.empty();
    }
  }

  /** Says that what was said until then is kept. */
  void keptUpTo(Instant moment) {
    statements.change(List.of(new Statement(ADVANCE, Arrays.asList(moment, channel, moment))));
  }
}
