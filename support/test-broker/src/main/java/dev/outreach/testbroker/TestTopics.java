package dev.outreach.testbroker;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.awaitility.Awaitility;

/** Topics on a {@link TestBroker}. */
public final class TestTopics {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private TestTopics() {}

  /**
   * Makes topics and returns when they can be written to. Until its leader works, a new partition
   * can refuse a producer's first batch for ever, and a broker may not know a topic it just made.
   *
   * @param partitions the number of partitions of each topic, by its name
   */
  public static void create(String bootstrapServers, Map<String, Integer> partitions)
      throws ExecutionException, InterruptedException {
    List<NewTopic> topics =
        partitions.entrySet().stream()
            .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) 1))
            .toList();
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    partitions.forEach(
        (name, count) -> {
          for (int partition = 0; partition < count; partition++) {
            ends.put(new TopicPartition(name, partition), OffsetSpec.latest());
          }
        });
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(topics).all().get();
      Awaitility.await()
          .atMost(PATIENCE)
          .dontCatchUncaughtExceptions()
          .ignoreExceptionsMatching(
              failure -> failure.getCause() instanceof UnknownTopicOrPartitionException)
          .until(() -> admin.listOffsets(ends).all().get() != null);
    }
  }
}
