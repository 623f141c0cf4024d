package dev.outreach.schemas.topics;

import static dev.outreach.schemas.topics.Topic.Compatibility.BACKWARD_TRANSITIVE;
import static dev.outreach.schemas.topics.Topic.Compatibility.FULL_TRANSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasedSchemasTest {

  private static final Schema OLD =
      SchemaBuilder.record("R").fields().requiredString("kept").optionalString("maybe").endRecord();
  private static final Schema WITH_NEW_REQUIRED_FIELD =
      SchemaBuilder.record("R")
          .fields()
          .requiredString("kept")
          .optionalString("maybe")
          .requiredString("added")
          .endRecord();
  private static final Schema WITHOUT_REQUIRED_FIELD =
      SchemaBuilder.record("R").fields().optionalString("maybe").endRecord();
  private static final Schema WITH_NEW_OPTIONAL_FIELD =
      SchemaBuilder.record("R")
          .fields()
          .requiredString("kept")
          .optionalString("maybe")
          .optionalString("added")
          .endRecord();

  static List<Topic> topics() {
    return Topics.standard().events();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void shouldHonourEveryReleasedVersion(Topic topic) throws IOException {
    List<Schema> released = ReleasedSchemas.of(topic);
    Schema current = Objects.requireNonNull(topic.value());

    assertThat(released).isNotEmpty();
    assertThat(ReleasedSchemas.broken(topic.compatibility(), current, released)).isEmpty();
  }

  @Test
  void shouldCatchAFieldOldRecordsDoNotHave() {
    assertThat(broken(FULL_TRANSITIVE, WITH_NEW_REQUIRED_FIELD)).isNotEmpty();
    assertThat(broken(BACKWARD_TRANSITIVE, WITH_NEW_REQUIRED_FIELD)).isNotEmpty();
  }

  @Test
  void shouldCatchAFieldOldReadersNeed() {
    assertThat(broken(FULL_TRANSITIVE, WITHOUT_REQUIRED_FIELD)).isNotEmpty();
    assertThat(broken(BACKWARD_TRANSITIVE, WITHOUT_REQUIRED_FIELD)).isEmpty();
  }

  @Test
  void shouldAllowAFieldWithADefault() {
    assertThat(broken(FULL_TRANSITIVE, WITH_NEW_OPTIONAL_FIELD)).isEmpty();
  }

  @Test
  void shouldCatchAPayloadTakenOutOfAnEnvelope() {
    Topic events = Topics.standard().profileEvents();
    Schema released = Objects.requireNonNull(events.value());
    Schema shrunk =
        Envelopes.withPayloads(released, "event", payloads -> payloads.subList(1, payloads.size()));

    assertThat(ReleasedSchemas.broken(events.compatibility(), shrunk, List.of(released)))
        .isNotEmpty();
  }

  private static List<String> broken(Topic.Compatibility rule, Schema current) {
    return ReleasedSchemas.broken(rule, current, List.of(OLD));
  }
}
