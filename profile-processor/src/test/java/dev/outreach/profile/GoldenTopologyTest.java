package dev.outreach.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.profile.domain.Policy;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The topology is what it was. A difference in the names of the store or of the application means
 * that a deployed processor loses its state: the old changelog is not read any more. A difference
 * in a node's name alone is harmless. Who means the change copies the new text into the file.
 */
class GoldenTopologyTest {

  @Test
  void shouldBeTheTopologyThatWasDeployed() throws IOException {
    assertThat(describe()).isEqualTo(golden());
  }

  @Test
  void shouldHaveNoNodeWithANumberForAName() {
    assertThat(describe()).doesNotContain("KSTREAM-", "KTABLE-");
  }

  private static String describe() {
    EventSerdes serdes = EventSerdes.over(new MockSchemaRegistryClient(), "mock://golden");
    return ProfileTopology.of(Topics.standard(), serdes, Policy.STANDARD).describe().toString();
  }

  private static String golden() throws IOException {
    try (InputStream file = GoldenTopologyTest.class.getResourceAsStream("/topology.txt")) {
      return new String(
          Objects.requireNonNull(file, "topology.txt").readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
