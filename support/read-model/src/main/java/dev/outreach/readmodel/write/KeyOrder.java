package dev.outreach.readmodel.write;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Puts rows in the order PostgreSQL keeps their key in: neighbours of a batch are neighbours in the
 * index then, so that the pages one row needed are still at hand for the next.
 */
final class KeyOrder {

  private KeyOrder() {}

  /** PostgreSQL orders a uuid by its bytes, Java by signed numbers. */
  static <R> List<R> by(Function<R, UUID> key, List<R> rows) {
    return rows.stream()
        .sorted(
            Comparator.<R>comparingLong(
                    row -> key.apply(row).getMostSignificantBits() + Long.MIN_VALUE)
                .thenComparingLong(
                    row -> key.apply(row).getLeastSignificantBits() + Long.MIN_VALUE))
        .toList();
  }
}
