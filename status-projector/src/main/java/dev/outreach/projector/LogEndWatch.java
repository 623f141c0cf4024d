package dev.outreach.projector;

import dev.outreach.readmodel.write.Claim;
import dev.outreach.readmodel.write.LogEnd;
import dev.outreach.readmodel.write.NoteLogEnds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Looks where the log ends, so that readers see how far behind the rows are. For one thread. */
final class LogEndWatch {

  private final Transactions transactions;
  private final Claims claims;
  private final LogEnds logEnds;
  private final Clock clock;

  LogEndWatch(Transactions transactions, Claims claims, LogEnds logEnds, Clock clock) {
    this.transactions = transactions;
    this.claims = claims;
    this.logEnds = logEnds;
    this.clock = clock;
  }

  /** One look. */
  void look() {
    Map<TopicPartition, Claim> held = claims.all();
    if (held.isEmpty()) {
      return;
    }
    Map<TopicPartition, Long> found = logEnds.of(held.keySet());
    List<LogEnd> ends = new ArrayList<>();
    held.forEach(
        (partition, claim) -> {
          Long end = found.get(partition);
          if (end != null) {
            ends.add(new LogEnd(claim.place(), claims.endFor(partition, claim, end)));
          }
        });
    transactions.call(
        connection -> {
          new NoteLogEnds().note(connection, ends, clock.instant());
          return ends.size();
        });
  }
}
