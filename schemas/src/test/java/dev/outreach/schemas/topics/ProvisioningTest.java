package dev.outreach.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class ProvisioningTest {

  private static final Topics TOPICS = Topics.standard();
  private static final ProvisioningOptions QUICK =
      new ProvisioningOptions(1, Duration.ofSeconds(5));

  private final Admin admin = brokerWith((short) 2);
  private final SchemaRegistryClient registry = new MockSchemaRegistryClient();

  @Test
  void shouldCreateEveryTopicAndSubject()
      throws ExecutionException, InterruptedException, IOException, RestClientException {
    provision();

    assertThat(admin.listTopics().names().get())
        .containsExactlyInAnyOrderElementsOf(TOPICS.all().stream().map(Topic::name).toList());
    assertThat(partitions(TOPICS.profileEvents())).isEqualTo(12);
    assertThat(registry.getAllSubjects())
        .containsExactlyInAnyOrderElementsOf(TOPICS.events().stream().map(Topic::subject).toList());
    assertThat(registry.getCompatibility(TOPICS.discoveryRequests().subject()))
        .isEqualTo("FULL_TRANSITIVE");
    assertThat(registry.getCompatibility(TOPICS.profileEvents().subject()))
        .isEqualTo("BACKWARD_TRANSITIVE");
  }

  @Test
  void shouldKeepTheSourceOfTruthForEver() throws ExecutionException, InterruptedException {
    provision();

    assertThat(config(TOPICS.profileEvents(), "retention.ms")).containsExactly("-1");
    assertThat(config(TOPICS.commandResults(), "retention.ms")).containsExactly("86400000");
    assertThat(config(TOPICS.profileEvents(), "cleanup.policy")).containsExactly("delete");
  }

  @Test
  void shouldChangeNothingTheSecondTime() throws IOException, RestClientException {
    provision();
    Map<String, Integer> before = versions();

    provision();

    assertThat(versions()).isEqualTo(before);
  }

  @Test
  void shouldLetSeveralInstancesStartAtOnce()
      throws ExecutionException, InterruptedException, IOException, RestClientException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> instances =
          IntStream.range(0, 4).<Future<?>>mapToObj(i -> threads.submit(this::provision)).toList();
      for (Future<?> instance : instances) {
        instance.get();
      }
    }

    assertThat(registry.getAllVersions(TOPICS.profileEvents().subject())).containsExactly(1);
  }

  @Test
  void shouldRefuseATopicWithAnotherNumberOfPartitions()
      throws ExecutionException, InterruptedException {
    admin.createTopics(List.of(new NewTopic(TOPICS.sendTasks().name(), 3, (short) 1))).all().get();

    assertThatExceptionOfType(ProvisioningFailure.class)
        .isThrownBy(this::provision)
        .withMessageContaining("topic social.send-tasks has 3 partitions, but 12 are configured");
  }

  @Test
  void shouldRefuseAnIncompatibleSchema() throws IOException, RestClientException {
    String subject = TOPICS.discoveryRequests().subject();
    registry.register(
        subject,
        new AvroSchema(
            SchemaBuilder.record("DiscoveryRequested")
                .namespace("dev.outreach.schemas")
                .fields()
                .requiredInt("jobId")
                .endRecord()));

    assertThatExceptionOfType(ProvisioningFailure.class)
        .isThrownBy(this::provision)
        .withMessageContaining("subject " + subject)
        .withMessageNotContaining("\n");
  }

  @Test
  void shouldRefuseABrokerWithOldTransactions() {
    assertThatExceptionOfType(ProvisioningFailure.class)
        .isThrownBy(
            () -> new Provisioning(brokerWith((short) 1), registry, QUICK).provision(TOPICS))
        .withMessageContaining("transaction.version is 1");
  }

  @Test
  void shouldGiveUpOnARegistryThatNeverAnswers() {
    SchemaRegistryClient dead =
        new MockSchemaRegistryClient() {
          @Override
          public SchemaMetadata getLatestSchemaMetadata(String subject) throws IOException {
            throw new IOException("Connection refused");
          }
        };

    assertThatExceptionOfType(ProvisioningFailure.class)
        .isThrownBy(
            () ->
                new Provisioning(admin, dead, new ProvisioningOptions(1, Duration.ofMillis(500)))
                    .provision(TOPICS))
        .withMessageContaining("schema registry did not answer within PT0.5S")
        .withMessageContaining("Connection refused");
  }

  private void provision() {
    new Provisioning(admin, registry, QUICK).provision(TOPICS);
  }

  private static Admin brokerWith(short transactions) {
    MockAdminClient broker =
        MockAdminClient.create()
            .numBrokers(1)
            .featureLevels(Map.of("transaction.version", transactions))
            .minSupportedFeatureLevels(Map.of("transaction.version", (short) 0))
            .maxSupportedFeatureLevels(Map.of("transaction.version", (short) 2))
            .build();
    broker.updateEndOffsets(emptyPartitions());
    return broker;
  }

  private static Map<TopicPartition, Long> emptyPartitions() {
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (Topic topic : TOPICS.all()) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        ends.put(new TopicPartition(topic.name(), partition), 0L);
      }
    }
    return ends;
  }

  private int partitions(Topic topic) throws ExecutionException, InterruptedException {
    List<String> names = List.of(topic.name());
    return admin.describeTopics(names).allTopicNames().get().values().stream()
        .mapToInt(found -> found.partitions().size())
        .sum();
  }

  private List<String> config(Topic topic, String key)
      throws ExecutionException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    return admin.describeConfigs(List.of(resource)).all().get().values().stream()
        .flatMap(config -> config.entries().stream())
        .filter(entry -> entry.name().equals(key))
        .map(ConfigEntry::value)
        .toList();
  }

  private Map<String, Integer> versions() throws IOException, RestClientException {
    Map<String, Integer> versions = new HashMap<>();
    for (String subject : registry.getAllSubjects()) {
      versions.put(subject, registry.getAllVersions(subject).size());
    }
    return versions;
  }
}
