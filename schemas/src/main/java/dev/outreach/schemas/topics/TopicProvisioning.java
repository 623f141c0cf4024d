package dev.outreach.schemas.topics;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The broker's half of {@link Provisioning}. */
final class TopicProvisioning {

  private static final String TRANSACTIONS = "transaction.version";

  /** The level at which a transaction of a dead producer cannot end up in a later one (KIP-890). */
  private static final short NEEDED_TRANSACTIONS = 2;

  private static final long ANSWER_SECONDS = 30;
  private static final int MOST_IN_SYNC = 2;

  private final Admin admin;
  private final int replicationFactor;
  private final Patience patience;

  TopicProvisioning(Admin admin, int replicationFactor, Patience patience) {
    this.admin = admin;
    this.replicationFactor = replicationFactor;
    this.patience = patience;
  }

  void provision(List<Topic> topics) {
    patience.insist("Kafka broker", this::checkFeatures, TopicProvisioning::tryAgain);
    patience.insist("Kafka broker", () -> createMissing(topics), TopicProvisioning::verdict);
    patience.insist("Kafka broker", () -> checkPartitions(topics), TopicProvisioning::tryAgain);
    patience.insist("Kafka broker", () -> awaitLeaders(topics), TopicProvisioning::tryAgain);
  }

  private boolean checkFeatures()
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, FinalizedVersionRange> features =
        answer(admin.describeFeatures().featureMetadata()).finalizedFeatures();
    FinalizedVersionRange transactions = features.get(TRANSACTIONS);
    int level = transactions == null ? 0 : transactions.maxVersionLevel();
    if (level < NEEDED_TRANSACTIONS) {
      throw new ProvisioningFailure(
          "Kafka broker: feature %s is %d, but exactly-once needs %d: upgrade the broker, then run kafka-features.sh upgrade --feature %s=%d"
              .formatted(
                  TRANSACTIONS, level, NEEDED_TRANSACTIONS, TRANSACTIONS, NEEDED_TRANSACTIONS));
    }
    return true;
  }

  private boolean createMissing(List<Topic> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, TopicDescription> existing = existing(topics);
    List<NewTopic> missing =
        topics.stream()
            .filter(topic -> !existing.containsKey(topic.name()))
            .map(this::newTopic)
            .toList();
    for (KafkaFuture<Void> creation : admin.createTopics(missing).values().values()) {
      try {
        answer(creation);
      } catch (ExecutionException failure) {
        // Another instance was faster; the check of partitions follows for every topic.
        if (!(failure.getCause() instanceof TopicExistsException)) {
          throw failure;
        }
      }
    }
    return true;
  }

  /**
   * Fails with an unknown topic, and is tried again, while a new topic is not yet known everywhere.
   */
  private boolean checkPartitions(List<Topic> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, TopicDescription> existing = existing(topics);
    for (Topic topic : topics) {
      TopicDescription found = existing.get(topic.name());
      if (found == null) {
        throw new UnknownTopicOrPartitionException(topic.name());
      }
      int partitions = found.partitions().size();
      if (partitions != topic.partitions()) {
        throw new ProvisioningFailure(
            "topic %s has %d partitions, but %d are configured: set OUTREACH_TOPIC_PARTITIONS to %d"
                .formatted(topic.name(), partitions, topic.partitions(), partitions));
      }
    }
    return true;
  }

  /**
   * A described partition may not have a working leader yet. If an idempotent producer's first
   * batch comes too early for it and its second does not, the first is refused as out of sequence
   * until its delivery times out (6 of 40 new topics on Kafka 4.3.1). Only the leader knows the end
   * of a partition, so an answer to that question proves that it works.
   */
  private boolean awaitLeaders(List<Topic> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (Topic topic : topics) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    answer(admin.listOffsets(ends).all());
    return true;
  }

  private Map<String, TopicDescription> existing(List<Topic> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, TopicDescription> found = new HashMap<>();
    List<String> names = topics.stream().map(Topic::name).toList();
    for (var entry : admin.describeTopics(names).topicNameValues().entrySet()) {
      try {
        found.put(entry.getKey(), answer(entry.getValue()));
      } catch (ExecutionException failure) {
        if (!(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw failure;
        }
      }
    }
    return found;
  }

  private NewTopic newTopic(Topic topic) {
    Duration retention = topic.retention();
    Map<String, String> configs =
        Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG,
            retention == null ? "-1" : Long.toString(retention.toMillis()),
            TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
            Integer.toString(Math.min(MOST_IN_SYNC, replicationFactor)));
    return new NewTopic(
            topic.name(), Optional.of(topic.partitions()), Optional.of((short) replicationFactor))
        .configs(configs);
  }

  private <T> T answer(KafkaFuture<T> future)
      throws ExecutionException, InterruptedException, TimeoutException {
    long most = Math.min(patience.left().toMillis(), TimeUnit.SECONDS.toMillis(ANSWER_SECONDS));
    return future.get(Math.max(1, most), TimeUnit.MILLISECONDS);
  }

  private static Optional<ProvisioningFailure> tryAgain(Exception failure) {
    return Optional.empty();
  }

  private static Optional<ProvisioningFailure> verdict(Exception failure) {
    return failure.getCause() instanceof InvalidReplicationFactorException
        ? Optional.of(
            new ProvisioningFailure(
                "replication factor is larger than the number of brokers: lower it, or start more brokers",
                failure))
        : Optional.empty();
  }
}
