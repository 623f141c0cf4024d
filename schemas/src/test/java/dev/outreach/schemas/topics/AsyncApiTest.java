package dev.outreach.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What we tell outsiders is what the catalogue says. */
class AsyncApiTest {

  private static final Topics TOPICS = Topics.standard();

  private final JsonNode document = read();

  static List<Arguments> channels() {
    return List.of(
        Arguments.of("discoveryRequests", TOPICS.discoveryRequests()),
        Arguments.of("profileEvents", TOPICS.profileEvents()));
  }

  @Test
  void shouldDescribeTheseChannelsAndNoOther() {
    assertThat(document.path("channels").propertyStream().map(Map.Entry::getKey))
        .containsExactly("discoveryRequests", "profileEvents");
  }

  @ParameterizedTest
  @MethodSource("channels")
  void shouldGiveTheTopicOfTheCatalogue(String name, Topic topic) {
    JsonNode channel = document.path("channels").path(name);
    JsonNode kafka = channel.path("bindings").path("kafka");
    Duration retention = topic.retention();

    assertThat(channel.path("address").asText()).isEqualTo(topic.name());
    assertThat(kafka.path("partitions").asInt()).isEqualTo(topic.partitions());
    assertThat(kafka.path("topicConfiguration").path("retention.ms").asLong())
        .isEqualTo(retention == null ? -1 : retention.toMillis());
    assertThat(message(channel).path("bindings").path("kafka").path("key").path("description"))
        .hasToString("\"The %s.\"".formatted(topic.key()));
  }

  @ParameterizedTest
  @MethodSource("channels")
  void shouldReferToTheCurrentSchema(String name, Topic topic) throws IOException {
    JsonNode message = message(document.path("channels").path(name));
    Schema current = Objects.requireNonNull(topic.value());
    String file = message.path("payload").path("schema").path("$ref").asText();

    Schema referred = new Schema.Parser().parse(Path.of(file).toFile());

    assertThat(message.path("name").asText()).isEqualTo(current.getName());
    assertThat(SchemaNormalization.parsingFingerprint64(referred))
        .as(file)
        .isEqualTo(SchemaNormalization.parsingFingerprint64(current));
  }

  @ParameterizedTest
  @MethodSource("channels")
  void shouldShowExamplesThatTheSchemaReads(String name, Topic topic) throws IOException {
    Schema schema = Objects.requireNonNull(topic.value());
    JsonNode examples = message(document.path("channels").path(name)).path("examples");

    assertThat(examples).isNotEmpty();
    for (JsonNode example : examples) {
      GenericRecord record =
          new GenericDatumReader<GenericRecord>(schema)
              .read(
                  null,
                  DecoderFactory.get().jsonDecoder(schema, example.path("payload").toString()));
      assertThat(example.path("payload").propertyStream().map(Map.Entry::getKey))
          .containsExactlyInAnyOrderElementsOf(fields(record.getSchema()));
    }
  }

  private JsonNode message(JsonNode channel) {
    String pointer = channel.path("messages").iterator().next().path("$ref").asText();
    return document.at(pointer.substring(1));
  }

  private static List<String> fields(Schema schema) {
    return schema.getFields().stream().map(Schema.Field::name).toList();
  }

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(Path.of("asyncapi.yaml").toFile());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
