package dev.outreach.discovery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Behaves as a set of ids; {@code -Dseed=…} repeats a run. */
class SeenIdsTest {

  private static final long SEED = Long.getLong("seed", new Random().nextLong());

  @Test
  void shouldBehaveAsASet() {
    Random random = new Random(SEED);
    SeenIds seen = new SeenIds();
    Set<UUID> model = new HashSet<>();

    for (int i = 0; i < 50_000; i++) {
      UUID id = new UUID(random.nextInt(400), random.nextInt(400));
      assertThat(seen.add(id)).as("seed %d, step %d", SEED, i).isEqualTo(model.add(id));
    }
  }
}
