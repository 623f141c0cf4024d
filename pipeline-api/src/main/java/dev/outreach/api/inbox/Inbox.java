package dev.outreach.api.inbox;

import dev.outreach.api.commands.CommandOutcome;
import dev.outreach.platforms.Conversations;
import dev.outreach.runtime.Health;
import dev.outreach.schemas.ProfileCommand;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Keeps what platforms report, then works on it: what was accepted once is neither lost with the
 * process nor reported twice. Thread-safe.
 */
public final class Inbox implements AutoCloseable {

  private final Statements statements;
  private final MeterRegistry meters;
  private final Clock clock;
  private final InboxSettings settings;
  private final InboxLoop loop;
  private final List<Runnable> polling = new CopyOnWriteArrayList<>();
  private final InboxLoop polls;

  /**
   * What an inbox works with.
   *
   * @param database where it keeps things; the read model is there as well
   * @param usernames asks a platform for the handle behind an address
   * @param submit publishes commands and waits a while for their outcomes
   */
  public record Parts(
      DataSource database,
      Function<Arrival.Origin, Optional<String>> usernames,
      Function<List<ProfileCommand>, List<CommandOutcome>> submit,
      MeterRegistry meters,
      Clock clock) {}

  /** An inbox that is not open yet. */
  public Inbox(Parts parts, InboxSettings settings) {
    this.statements = new Statements(parts.database());
    this.meters = parts.meters();
    this.clock = parts.clock();
    this.settings = settings;
    this.loop =
        new InboxLoop(
            "inbox",
            Duration.ofMillis(500),
            () -> InboxSchema.migrate(parts.database()),
            new InboxRound(
                    statements, new ApplyArrivals(statements, parts), settings, clock, meters)
                ::run);
    this.polls =
        new InboxLoop(
            "inbox-polls",
            Duration.ofSeconds(5),
            () -> InboxSchema.migrate(parts.database()),
            () -> {
              polling.forEach(Runnable::run);
              return false;
            });
  }

  /**
   * Reads an account's conversations as well, now and then; call it before the start.
   *
   * @param channel under which name it is remembered how far they were read
   */
  public void read(String channel, Arrivals arrivals, Conversations conversations) {
    ConversationPoll poll =
        new ConversationPoll(
            new ConversationPoll.Polled(channel, arrivals, conversations),
            statements,
            settings.pollEvery(),
            clock);
    polling.add(
        () -> {
          Instant began = clock.instant();
          poll.due()
              .ifPresent(
                  said -> {
                    accept(said, Arrival.Source.POLL);
                    poll.keptUpTo(began);
                  });
        });
  }

  /** Makes its tables and begins to work; returns at once. */
  public void start() {
    loop.start();
    polls.start();
  }

  /**
   * Keeps what arrived. Returns once it is durable; it is worked on afterwards.
   *
   * @throws InboxUnavailable where it could not be kept: it has to be delivered again
   */
  public void accept(List<Arrival> arrivals, Arrival.Source source) {
    if (arrivals.isEmpty()) {
      return;
    }
    int fresh = AcceptArrivals.run(statements, arrivals, source, clock.instant());
    count(source, "new", fresh);
    count(source, "repeated", arrivals.size() - fresh);
    loop.wake();
  }

  /** The messages that wait for somebody to be known. */
  public WaitingMessages waiting() {
    return new WaitingMessages(statements, clock, loop::wake);
  }

  /** What platforms signed and we could not read. */
  public UnreadableDeliveries unreadable() {
    return new UnreadableDeliveries(statements, clock);
  }

  /** What idempotency keys stand for; the inbox forgets them with its events. */
  public RequestKeys requestKeys() {
    return new RequestKeys(statements, clock);
  }

  /** Whether it works. */
  public Health health() {
    return loop.health();
  }

  private void count(Arrival.Source source, String what, int number) {
    meters
        .counter("outreach.inbox.arrivals", "source", source.word(), "what", what)
        .increment(number);
  }

  @Override
  public void close() {
    polls.close();
    loop.close();
  }
}
