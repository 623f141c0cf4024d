package dev.outreach.projector;

import dev.outreach.readmodel.CountDifference;
import dev.outreach.readmodel.Recount;
import dev.outreach.readmodel.RecountReport;
import dev.outreach.readmodel.write.Claim;
import dev.outreach.readmodel.write.Generations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recounts one partition of ours after the other, each in one snapshot, so at one offset, while
 * batches go on. {@code projection_drift} is how far all counts are off, by what each partition's
 * last recount found: it must be 0. {@code projection_audited_seconds} is when the partition whose
 * turn is longest ago was recounted, as seconds since 1970; 0 before every partition was.
 */
final class PartitionAudit {

  private static final Logger log = LoggerFactory.getLogger(PartitionAudit.class);

  private final DataSource dataSource;
  private final Claims claims;
  private final Clock clock;
  private final Map<Integer, Audited> audited = new ConcurrentHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();

  PartitionAudit(DataSource dataSource, Claims claims, Clock clock, MeterRegistry meters) {
    this.dataSource = dataSource;
    this.claims = claims;
    this.clock = clock;
    Gauge.builder("projection.drift", this, PartitionAudit::drift)
        .description("How far counts are off a recount; must be 0")
        .register(meters);
    Gauge.builder("projection.audited.seconds", this, PartitionAudit::auditedAll)
        .description("When every partition had been recounted last, in seconds since 1970")
        .register(meters);
  }

  /** What the last recount of a partition found, and when. */
  private record Audited(long drift, long atSecond) {}

  /** Recounts the partition whose turn it is. */
  void next() {
    List<Integer> ours =
        claims.ofProfileEvents().stream()
            .map(claim -> claim.place().partition())
            .sorted(Comparator.naturalOrder())
            .toList();
    audited.keySet().retainAll(ours);
    if (!ours.isEmpty()) {
      audit(ours.get(Math.floorMod(turn.getAndIncrement(), ours.size())));
    }
  }

  private void audit(int partition) {
    try (Snapshot snapshot = new Snapshot(dataSource)) {
      int live = new Generations().live(snapshot.connection()).number();
      RecountReport report = Recount.ofPartition(snapshot.connection(), live, partition);
      long drift = 0;
      for (CountDifference difference : report.differences()) {
        drift += Math.abs(difference.counted() - difference.recounted());
        log.error("A count is wrong: {}", CountsAudit.sentence(difference).strip());
      }
      audited.put(partition, new Audited(drift, clock.instant().getEpochSecond()));
    } catch (SQLException failure) {
      throw StoreException.of(failure);
    }
  }

  private double drift() {
    return audited.values().stream().mapToLong(Audited::drift).sum();
  }

  private double auditedAll() {
    List<Claim> ours = claims.ofProfileEvents();
    boolean isComplete =
        ours.stream().allMatch(claim -> audited.containsKey(claim.place().partition()));
    return isComplete ? audited.values().stream().mapToLong(Audited::atSecond).min().orElse(0) : 0;
  }
}
