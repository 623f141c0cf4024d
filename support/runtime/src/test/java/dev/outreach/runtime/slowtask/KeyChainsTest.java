package dev.outreach.runtime.slowtask;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyChainsTest {

  private final KeyChains chains = new KeyChains();

  @Test
  void shouldLetEqualKeysWaitForEachOther() {
    Work first = work(0, 1, "anna");
    Work second = work(0, 2, "anna");
    Work other = work(0, 3, "ben");
    List.of(first, second, other).forEach(chains::add);

    assertThat(chains.next()).contains(first);
    assertThat(chains.next()).contains(other);
    assertThat(chains.next()).isEmpty();
    chains.end(first);
    assertThat(chains.next()).contains(second);
  }

  @Test
  void shouldNotLetRecordsWithoutKeyWait() {
    Work first = work(0, 1, null);
    Work second = work(0, 2, null);
    List.of(first, second).forEach(chains::add);

    assertThat(chains.next()).contains(first);
    assertThat(chains.next()).contains(second);
  }

  @Test
  void shouldForgetWhatBelongsToALostPartition() {
    Work lost = work(0, 1, "anna");
    Work lostToo = work(0, 2, "anna");
    Work kept = work(1, 1, "anna");
    List.of(lost, lostToo, kept).forEach(chains::add);

    chains.drop(List.of(new TopicPartition("tasks", 0)));

    assertThat(lost.isDropped()).isTrue();
    assertThat(chains.size()).isEqualTo(1);
    assertThat(chains.oldest()).contains(kept);
    assertThat(chains.next()).contains(kept);
    assertThat(chains.next()).isEmpty();
  }

  @Test
  void shouldKeepTheOrderOfEveryKeyWhateverEndsWhen() {
    Seeds.check(500, KeyChainsTest::keepsOrder);
  }

  private static void keepsOrder(RandomGenerator random) {
    KeyChains chains = new KeyChains();
    List<Work> running = new ArrayList<>();
    Map<String, Long> last = new HashMap<>();
    long offset = 0;
    for (int step = 0; step < 500 || chains.size() > 0; step++) {
      if (step < 500 && random.nextBoolean()) {
        chains.add(work(0, offset++, "key" + random.nextInt(5)));
      }
      chains.next().ifPresent(running::add);
      assertThat(running.stream().map(KeyChainsTest::keyOf)).doesNotHaveDuplicates();
      if (!running.isEmpty() && random.nextBoolean()) {
        Work ended = running.remove(random.nextInt(running.size()));
        chains.end(ended);
        Long before = last.put(keyOf(ended), ended.record().offset());
        assertThat(before == null || before < ended.record().offset()).isTrue();
      }
    }
    assertThat(running).isEmpty();
  }

  private static String keyOf(Work work) {
    return new String(work.record().key(), StandardCharsets.UTF_8);
  }

  private static Work work(int partition, long offset, @Nullable String key) {
    byte[] bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    return new Work(
        new ConsumerRecord<>("tasks", partition, offset, bytes, new byte[0]), Instant.EPOCH);
  }
}
