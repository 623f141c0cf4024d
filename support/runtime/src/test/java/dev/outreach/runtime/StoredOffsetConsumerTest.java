package dev.outreach.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredOffsetConsumerTest {

  private static final TopicPartition PARTITION = new TopicPartition("events", 0);

  private final MockConsumer<byte[], byte[]> broker = new MockConsumer<>("earliest");
  private final RecordingSink sink = new RecordingSink();
  private final StoredOffsetConsumer consumer =
      new StoredOffsetConsumer("test", () -> broker, List.of("events"), sink);

  @BeforeEach
  void offerRecords() {
    broker.updateBeginningOffsets(Map.of(PARTITION, 0L));
    broker.schedulePollTask(
        () -> {
          broker.rebalance(List.of(PARTITION));
          offerFrom(0, 5);
        });
  }

  @AfterEach
  void close() {
    consumer.close();
  }

  @Test
  void shouldGoOnFromTheOffsetTheSinkKeeps() {
    sink.next = 3;

    consumer.start();

    awaitApplied(3L, 4L);
    assertThat(consumer.health()).isEqualTo(new Health.Up());
  }

  @Test
  void shouldApplyABatchAgainAfterTheSinkFailed() {
    sink.failures.set(2);

    consumer.start();

    awaitApplied(0L, 1L, 2L, 3L, 4L);
    assertThat(sink.claims.get()).isGreaterThan(1);
  }

  @Test
  void shouldClaimAgainAfterItWasFenced() {
    sink.fences.set(1);

    consumer.start();

    awaitApplied(0L, 1L, 2L, 3L, 4L);
    assertThat(sink.claims.get()).isEqualTo(2);
  }

  private void awaitApplied(Long... offsets) {
    await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(sink.applied).containsExactly(offsets));
  }

  private void offerFrom(long first, int count) {
    for (long offset = first; offset < first + count; offset++) {
      broker.addRecord(new ConsumerRecord<>("events", 0, offset, new byte[0], new byte[0]));
    }
  }

  /** Keeps its offset beside what it applied, as a database would. */
  private final class RecordingSink implements BatchSink {

    private final List<Long> applied = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger fences = new AtomicInteger();
    private final AtomicInteger claims = new AtomicInteger();
    private volatile long next;

    @Override
    public Map<TopicPartition, Long> claim(Collection<TopicPartition> partitions) {
      claims.incrementAndGet();
      if (claims.get() > 1) {
        broker.schedulePollTask(() -> offerFrom(next, (int) (5 - next)));
      }
      return Map.of(PARTITION, next);
    }

    @Override
    public void apply(ConsumerRecords<byte[], byte[]> records) {
      if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new IllegalStateException("database is away");
      }
      if (fences.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new FencedException("events-0");
      }
      List<Long> offsets = new ArrayList<>();
      records.forEach(record -> offsets.add(record.offset()));
      applied.addAll(offsets);
      next = offsets.getLast() + 1;
    }

    @Override
    public void release(Collection<TopicPartition> partitions) {}
  }
}
