package dev.outreach.readmodel.write;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Puts rows in the order PostgreSQL keeps their key in: neighbours of a batch are neighbours in the
 * index then, so that the pages one row needed are still at hand for the next.
 */
final class KeyOrder {

  private KeyOrder() {}

  static <R> List<R> by(Function<R, UUID> key, List<R> rows) {
    return rows.stream()
        .map(row -> Keyed.of(key.apply(row), row))
        .sorted()
        .map(Keyed::row)
        .toList();
  }

  /**
   * A row beside its key, which comparing would else look up many times for each row. PostgreSQL
   * orders a uuid by its bytes, Java by signed numbers.
   */
  private record Keyed<R>(long high, long low, R row) implements Comparable<Keyed<R>> {

    static <R> Keyed<R> of(UUID key, R row) {
      return new Keyed<>(key.getMostSignificantBits(), key.getLeastSignificantBits(), row);
    }

    @Override
    public int compareTo(Keyed<R> other) {
      int byHigh = Long.compareUnsigned(high, other.high);
      return byHigh == 0 ? Long.compareUnsigned(low, other.low) : byHigh;
    }
  }
}
