package dev.outreach.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {

  private final KafkaSettings settings = KafkaSettings.of(Settings.of(Map.of()));

  @Test
  void shouldNeverCommitOffsetsBehindOurBackNorReadWhatIsNotCommitted() {
    assertThat(settings.consumer("group", "client"))
        .containsEntry("enable.auto.commit", false)
        .containsEntry("isolation.level", "read_committed")
        .containsEntry("group.protocol", "consumer")
        .containsEntry("auto.offset.reset", "earliest");
  }

  @Test
  void shouldWaitForAllCopiesAndWriteOnce() {
    assertThat(settings.producer("client"))
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", true);
  }

  @Test
  void shouldProcessStreamsExactlyOnceAndKeepWhatItCannotRead() {
    assertThat(settings.streams("app", Path.of("state"), "dead"))
        .containsEntry("processing.guarantee", "exactly_once_v2")
        .containsEntry("errors.dead.letter.queue.topic.name", "dead")
        .containsEntry("ensure.explicit.internal.resource.naming", true);
  }

  @Test
  void shouldPassFurtherClientSettingsOn() {
    Settings secured =
        Settings.of(
            Map.of(
                "OUTREACH_KAFKA_CLIENT_SETTINGS",
                "security.protocol=SASL_SSL; sasl.mechanism=SCRAM-SHA-512"));

    assertThat(KafkaSettings.of(secured).admin())
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "SCRAM-SHA-512");
    assertThatThrownBy(
            () ->
                KafkaSettings.of(Settings.of(Map.of("OUTREACH_KAFKA_CLIENT_SETTINGS", "nonsense"))))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("key=value");
  }
}
