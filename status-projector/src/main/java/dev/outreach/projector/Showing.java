package dev.outreach.projector;

import dev.outreach.readmodel.ReadModelChange;
import dev.outreach.readmodel.write.CompareGenerations;
import dev.outreach.readmodel.write.GenerationState;
import dev.outreach.readmodel.write.Generations;
import dev.outreach.readmodel.write.NotifyChanges;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gate before a generation, and the one transaction that shows it. */
final class Showing {

  private static final Logger log = LoggerFactory.getLogger(Showing.class);
  private static final int TRIES_TO_DROP = 20;

  private final RebuildParts parts;
  private final Following following;
  private final int generation;
  private final Transactions transactions;
  private final Alignment alignment;
  private final Generations generations = new Generations();

  Showing(RebuildParts parts, Following following, int generation) {
    this.parts = parts;
    this.following = following;
    this.generation = generation;
    this.transactions = parts.transactions();
    this.alignment = new Alignment(transactions, following);
  }

  /**
   * Catches up, checks, shows and drops what is older than the one shown before.
   *
   * @param acceptDifference leaves out the comparison with the live generation
   */
  Rebuild.Outcome show(GenerationState live, boolean acceptDifference) {
    boolean isCompared = !acceptDifference && live.projectionVersion() == Projection.VERSION;
    catchUp();
    List<String> wrong = isCompared ? compared(live.number()) : checked();
    if (!wrong.isEmpty()) {
      return new Rebuild.Outcome.Refused(wrong);
    }
    catchUp();
    if (!(isCompared ? showIfEqual(live.number()) : showUncompared(live.number()))) {
      return new Rebuild.Outcome.Refused(
          List.of("counts differ from those of the live generation"));
    }
    dropOlderThan(live.number());
    return new Rebuild.Outcome.Live(generation);
  }

  private void catchUp() {
    following.toTheEnd(new RebuildProgress(_ -> {}, 0));
  }

  /** Both generations in one snapshot, taken while neither could move. */
  private List<String> compared(int live) {
    try (Snapshot snapshot = new Snapshot(parts.dataSource())) {
      alignment.with(live, _ -> snapshot.take());
      Parity parity = new Parity(parts.says());
      List<String> wrong = new ArrayList<>(parity.ofItself(snapshot.connection(), generation));
      wrong.addAll(parity.withLive(snapshot.connection(), live, generation));
      return wrong;
    } catch (SQLException failure) {
      throw StoreException.of(failure);
    }
  }

  private List<String> checked() {
    try (Snapshot snapshot = new Snapshot(parts.dataSource())) {
      snapshot.take();
      return new Parity(parts.says()).ofItself(snapshot.connection(), generation);
    } catch (SQLException failure) {
      throw StoreException.of(failure);
    }
  }

  private boolean showIfEqual(int live) {
    return alignment.with(
        live,
        holding ->
            new CompareGenerations().countsAreEqual(holding, live, generation) && showNow(holding));
  }

  private boolean showUncompared(int live) {
    alignment.tickAs(live);
    return transactions.call(this::showNow);
  }

  private boolean showNow(Connection connection) throws SQLException {
    generations.show(connection, generation);
    new NotifyChanges().of(connection, List.of(ReadModelChange.ofCounts("*")));
    return true;
  }

  /** The one shown before stays, for a way back. */
  private void dropOlderThan(int before) {
    for (GenerationState old : transactions.call(generations::all)) {
      if (old.state().equals(GenerationState.RETIRED) && old.number() != before) {
        drop(old.number());
      }
    }
  }

  private void drop(int old) {
    for (int i = 1; i <= TRIES_TO_DROP; i++) {
      try {
        transactions.run(connection -> generations.drop(connection, old));
        return;
      } catch (StoreException.Unavailable busy) {
        log.debug("generation {} is being read, try {}", old, i, busy);
      }
    }
    parts
        .says()
        .accept("generation " + old + " could not be dropped yet; the next rebuild does it");
  }
}
