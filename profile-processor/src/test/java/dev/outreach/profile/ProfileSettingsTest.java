package dev.outreach.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.profile.domain.Platform;
import dev.outreach.profile.domain.Policy;
import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileSettingsTest {

  @Test
  void shouldHaveDefaultsThatWork() {
    assertThat(ProfileSettings.of(Settings.of(Map.of())))
        .isEqualTo(
            new ProfileSettings(
                "outreach-profile-processor",
                Path.of(".outreach/streams"),
                Duration.ofMillis(100),
                Policy.STANDARD));
  }

  @Test
  void shouldTakeEverySetting() {
    Settings settings =
        Settings.of(
            Map.of(
                "OUTREACH_PROFILE_APPLICATION_ID", "another",
                "OUTREACH_STATE_DIR", "/var/lib/outreach",
                "OUTREACH_PROFILE_COMMIT_INTERVAL", "30ms",
                "OUTREACH_FOLLOW_UPS", "3",
                "OUTREACH_APPROVAL_LIFETIME", "2d",
                "OUTREACH_ACCOUNT_LINKEDIN", "studio"));

    assertThat(ProfileSettings.of(settings))
        .isEqualTo(
            new ProfileSettings(
                "another",
                Path.of("/var/lib/outreach"),
                Duration.ofMillis(30),
                new Policy(3, Map.of(Platform.LINKEDIN, "studio"), Duration.ofDays(2))));
    assertThat(settings.unknown()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "OUTREACH_PROFILE_COMMIT_INTERVAL,5ms",
    "OUTREACH_PROFILE_COMMIT_INTERVAL,11s",
    "OUTREACH_FOLLOW_UPS,11",
    "OUTREACH_FOLLOW_UPS,two",
    "OUTREACH_APPROVAL_LIFETIME,0s"
  })
  void shouldNameTheSettingThatCannotBe(String key, String value) {
    assertThatThrownBy(() -> ProfileSettings.of(Settings.of(Map.of(key, value))))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith(key);
  }

  @Test
  void shouldProcessExactlyOnceWithNamedResourcesAndADeadLetterTopic() {
    Map<String, Object> streams =
        ProfileSettings.of(Settings.of(Map.of()))
            .streams(new KafkaSettings("127.0.0.1:9092", 1, Map.of()), Topics.standard());

    assertThat(streams)
        .containsEntry("processing.guarantee", "exactly_once_v2")
        .containsEntry("commit.interval.ms", 100L)
        .containsEntry("poll.ms", 30L)
        .containsEntry("ensure.explicit.internal.resource.naming", true)
        .containsEntry(
            "errors.dead.letter.queue.topic.name", "social.dead-letters.profile-processor");
  }
}
