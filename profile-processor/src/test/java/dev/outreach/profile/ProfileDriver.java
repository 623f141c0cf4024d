package dev.outreach.profile;

import dev.outreach.profile.domain.Policy;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.schemas.CommandResult;
import dev.outreach.schemas.DiscoveryResult;
import dev.outreach.schemas.DraftTask;
import dev.outreach.schemas.ProfileCommand;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.RefusedPerson;
import dev.outreach.schemas.SendTask;
import dev.outreach.schemas.StoredProfile;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The real topology with its real settings, without a broker. */
final class ProfileDriver implements AutoCloseable {

  static final Topics TOPICS = Topics.standard();
  static final String APPLICATION = "outreach-profile-processor";

  private final EventSerdes serdes;
  private final TopologyTestDriver driver;

  ProfileDriver(Path stateDirectory) {
    this(stateDirectory, Policy.STANDARD);
  }

  ProfileDriver(Path stateDirectory, Policy policy) {
    serdes = EventSerdes.over(new MockSchemaRegistryClient(), "mock://profile");
    registerSubjects();
    Properties properties = new Properties();
    ProfileSettings settings =
        new ProfileSettings(APPLICATION, stateDirectory, Duration.ofMillis(100), policy);
    properties.putAll(settings.streams(new KafkaSettings("127.0.0.1:9092", 1, Map.of()), TOPICS));
    // In a transaction the driver loses letters of unreadable records: it clears its mock producer
    // before it commits. A real producer commits them.
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver = new TopologyTestDriver(ProfileTopology.of(TOPICS, serdes, policy), properties);
  }

  private void registerSubjects() {
    try {
      for (Topic topic : TOPICS.events()) {
        serdes
            .registry()
            .register(
                topic.subject(), new AvroSchema(published(Objects.requireNonNull(topic.value()))));
      }
    } catch (IOException | RestClientException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The schema without what only our generated code cares for, as it is in a registry. */
  private static Schema published(Schema schema) {
    SpecificData data = SpecificData.get();
    Object record = SpecificData.newInstance(data.getClass(schema), schema);
    return AvroSchemaUtils.getSchema(record, false, false, true);
  }

  /** Publishes a record as its writer would. */
  void publish(Topic topic, @Nullable String key, SpecificRecord value) {
    driver
        .createInputTopic(topic.name(), new StringSerializer(), serdes.serializer())
        .pipeInput(key, value);
  }

  /** Publishes whatever bytes. */
  void publishBytes(Topic topic, String key, byte @Nullable [] value) {
    driver
        .createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(key, value);
  }

  void command(ProfileCommand command) {
    publish(TOPICS.profileCommands(), command.getProfileId(), command);
  }

  /** Lets what is done from time to time happen. */
  void passTime(Duration time) {
    driver.advanceWallClockTime(time);
  }

  List<ProfileEvent> events() {
    return read(TOPICS.profileEvents());
  }

  List<DiscoveryResult> findings() {
    return read(TOPICS.discoveryResults());
  }

  List<RefusedPerson> refusedPeople() {
    return read(TOPICS.refusedPeople());
  }

  List<CommandResult> results() {
    return read(TOPICS.commandResults());
  }

  List<DraftTask> draftTasks() {
    return read(TOPICS.draftTasks());
  }

  List<SendTask> sendTasks() {
    return read(TOPICS.sendTasks());
  }

  List<TestRecord<String, byte[]>> deadLetters() {
    return driver
        .createOutputTopic(
            TOPICS.deadLettersOf(Topics.PROFILE_PROCESSOR).name(),
            new StringDeserializer(),
            new ByteArrayDeserializer())
        .readRecordsToList();
  }

  @Nullable StoredProfile stored(String profileId) {
    return driver.<String, StoredProfile>getKeyValueStore(ProfileTopology.STORE).get(profileId);
  }

  private <T extends SpecificRecord> List<T> read(Topic topic) {
    return driver
        .createOutputTopic(topic.name(), new StringDeserializer(), serdes.<T>deserializer())
        .readValuesToList();
  }

  byte[] bytes(Topic topic, SpecificRecord value) {
    return serdes.serializer().serialize(topic.name(), value);
  }

  @Override
  public void close() {
    driver.close();
  }
}
