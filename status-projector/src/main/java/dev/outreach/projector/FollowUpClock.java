package dev.outreach.projector;

import dev.outreach.readmodel.Policy;
import dev.outreach.readmodel.ReadModelChange;
import dev.outreach.readmodel.write.Claim;
import dev.outreach.readmodel.write.NotifyChanges;
import dev.outreach.readmodel.write.Policies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes people due for a follow-up as time passes, exact to the second, for the partitions we hold.
 * Safe beside batches: both lock the partition's row first.
 */
final class FollowUpClock {

  private final Transactions transactions;
  private final Supplier<@Nullable Generation> generation;
  private final Claims claims;
  private final Clock clock;
  private final Duration followUpAfter;

  FollowUpClock(Transactions transactions, ProjectionSink sink, Claims claims, Timing timing) {
    this.transactions = transactions;
    this.generation = sink::generation;
    this.claims = claims;
    this.clock = timing.clock();
    this.followUpAfter = timing.followUpAfter();
  }

  /**
   * What time it is, and how long an unanswered message rests where the policy in PostgreSQL, which
   * an operator may change at any time, does not say.
   */
  record Timing(Clock clock, Duration followUpAfter) {}

  /** One tick; people last contacted before this second minus the threshold are due. */
  void tick() {
    Generation tables = generation.get();
    List<Claim> ours = claims.ofProfileEvents();
    if (tables == null || ours.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    transactions.call(
        connection -> {
          Duration rests =
              new Policies().now(connection).map(Policy::followUpAfter).orElse(followUpAfter);
          Instant readyBefore = now.minus(rests).truncatedTo(ChronoUnit.SECONDS);
          List<String> workspaces = tables.tick().tick(connection, ours, readyBefore, now);
          new NotifyChanges()
              .of(connection, workspaces.stream().map(ReadModelChange::ofCounts).toList());
          return workspaces.size();
        });
  }
}
