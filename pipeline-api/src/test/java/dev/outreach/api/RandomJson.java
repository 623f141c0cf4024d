package dev.outreach.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Values that callers get wrong: near misses, extremes, other types. */
final class RandomJson {

  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "instagram",
          "qualified",
          "retry",
          "drafted",
          "default",
          "null",
          "-1",
          "0",
          "200",
          "99999999999999999999",
          "1e400",
          "2026-11-22T14:02:11Z",
          "+999999999-12-31T23:59:59Z",
          "a".repeat(300),
          "' OR 1=1 --",
          "../../etc/passwd",
          "%00",
          "\u0000",
          "\ud800",
          "\u202e",
          "😀",
          "ab".repeat(32),
          "0_00000000-0000-0000-0000-000000000000");

  private final RandomGenerator random;

  RandomJson(RandomGenerator random) {
    this.random = random;
  }

  String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  String word() {
    return random.nextInt(4) == 0
        ? new UUID(random.nextLong(), random.nextLong()).toString()
        : pick(WORDS);
  }

  Map<String, @Nullable Object> object(List<String> names) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      object.put(random.nextInt(10) == 0 ? word() : pick(names), value(names, 3));
    }
    return object;
  }

  private @Nullable Object value(List<String> names, int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextInt();
      case 3 -> random.nextDouble();
      case 4 -> Long.MAX_VALUE;
      case 5, 6 -> word();
      case 7 -> list(names, depth - 1);
      default -> object(names);
    };
  }

  private List<@Nullable Object> list(List<String> names, int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(value(names, depth));
    }
    return list;
  }
}
