package dev.outreach.projector;

import dev.outreach.readmodel.write.Latest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What is left of many states of the same things: the newest of each. */
final class Fold<K, R> {

  private final ToLongFunction<R> version;
  private final Map<K, Latest<R>> latest = new HashMap<>();

  Fold(ToLongFunction<R> version) {
    this.version = version;
  }

  /** Takes a state into account; of two with the same version the first counts. */
  void add(K key, R row, Instant happened) {
    long number = version.applyAsLong(row);
    Latest<R> known = latest.get(key);
    if (known == null) {
      latest.put(key, new Latest<>(row, happened, number));
      return;
    }
    boolean isNewer = number > version.applyAsLong(known.row());
    boolean isOldest = number < known.oldest();
    latest.put(
        key,
        new Latest<>(
            isNewer ? row : known.row(),
            isOldest ? happened : known.since(),
            Math.min(number, known.oldest())));
  }

  List<Latest<R>> rows() {
    return List.copyOf(latest.values());
  }
}
