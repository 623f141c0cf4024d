package dev.outreach.profile;

import static dev.outreach.profile.ProfileDriver.TOPICS;
import static dev.outreach.profile.Records.PROFILE;
import static dev.outreach.profile.Records.ada;
import static dev.outreach.profile.Records.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.schemas.Erase;
import dev.outreach.schemas.ProfileDiscovered;
import dev.outreach.schemas.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever arrives on an input topic, its neighbours go on and it is found again, once. */
class PoisonPillTest {

  private ProfileDriver driver;

  @BeforeEach
  void open(@TempDir Path directory) {
    driver = new ProfileDriver(directory);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  static Stream<Named<Topic>> inputs() {
    return Stream.of(
            TOPICS.discoveredProfiles(),
            TOPICS.profileCommands(),
            TOPICS.policyChanges(),
            TOPICS.draftResults(),
            TOPICS.sendResults())
        .map(topic -> Named.of(topic.name(), topic));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void shouldPutRandomBytesAside(Topic topic) {
    byte[] garbage = {42, 1, 2, 3};

    driver.publishBytes(topic, PROFILE, garbage);

    TestRecord<String, byte[]> letter = onlyLetter(topic);
    assertThat(letter.value()).isEqualTo(garbage);
    assertThat(header(letter, "__streams.errors.message")).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void shouldPutAnUnknownSchemaIdAside(Topic topic) {
    byte[] unknown = {0, 0, 9, 9, 9, 1};

    driver.publishBytes(topic, PROFILE, unknown);

    assertThat(onlyLetter(topic).value()).isEqualTo(unknown);
  }

  @Test
  void shouldPutAsideWhoIsTooLargeForWhatFollows() {
    ProfileDiscovered vast = found(ada().setBio("b".repeat(Topic.LARGEST_INPUT)).build());

    driver.publish(TOPICS.discoveredProfiles(), PROFILE, vast);

    assertThat(header(onlyLetter(TOPICS.discoveredProfiles()), "__streams.errors.message"))
        .contains("publish at most 262144");
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void shouldPutANullValueAside(Topic topic) {
    driver.publishBytes(topic, PROFILE, null);

    TestRecord<String, byte[]> letter = onlyLetter(topic);
    assertThat(letter.value()).isNull();
    assertThat(header(letter, "__streams.errors.message")).contains("value is null");
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void shouldPutAForeignRecordAside(Topic topic) {
    Topic foreign =
        topic.equals(TOPICS.discoveredProfiles())
            ? TOPICS.profileCommands()
            : TOPICS.discoveredProfiles();
    byte[] bytes =
        topic.equals(TOPICS.discoveredProfiles())
            ? driver.bytes(foreign, Records.command("x", new Erase("no")))
            : driver.bytes(foreign, found(ada().build()));

    driver.publishBytes(topic, PROFILE, bytes);

    TestRecord<String, byte[]> letter = onlyLetter(topic);
    assertThat(letter.value()).isEqualTo(bytes);
    assertThat(header(letter, "__streams.errors.message")).contains("this topic carries");
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void shouldGoOnWithTheNeighbours(Topic topic) {
    driver.publishBytes(topic, PROFILE, null);
    driver.publish(TOPICS.discoveredProfiles(), PROFILE, found(ada().build()));
    driver.publishBytes(topic, PROFILE, new byte[] {1});

    assertThat(driver.events()).hasSize(1);
    assertThat(driver.deadLetters()).hasSize(2);
  }

  @Test
  void shouldPutARecordWithTheWrongKeyAside() {
    driver.publish(TOPICS.discoveredProfiles(), "somebody-else", found(ada().build()));

    TestRecord<String, byte[]> letter = onlyLetter(TOPICS.discoveredProfiles());
    assertThat(letter.key()).isEqualTo("somebody-else");
    assertThat(header(letter, "__streams.errors.message")).contains("key is not the profileId");
    assertThat(driver.events()).isEmpty();
  }

  private TestRecord<String, byte[]> onlyLetter(Topic source) {
    List<TestRecord<String, byte[]>> letters = driver.deadLetters();
    assertThat(letters).hasSize(1);
    TestRecord<String, byte[]> letter = letters.getFirst();
    assertThat(header(letter, "__streams.errors.topic")).isEqualTo(source.name());
    assertThat(header(letter, "__streams.errors.partition")).isEqualTo("0");
    assertThat(header(letter, "__streams.errors.offset")).isEqualTo("0");
    assertThat(header(letter, "__streams.errors.exception")).isNotBlank();
    return letter;
  }

  private static String header(TestRecord<String, byte[]> letter, String name) {
    Header header = letter.headers().lastHeader(name);
    assertThat(header).as("header %s", name).isNotNull();
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
