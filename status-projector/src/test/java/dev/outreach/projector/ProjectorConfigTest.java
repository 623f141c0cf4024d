package dev.outreach.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.topics.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectorConfigTest {

  @Test
  void shouldHaveDefaults() {
    ProjectorConfig config = ProjectorConfig.of(Settings.of(Map.of()), Topics.standard());

    assertThat(config.policy().followUpAfter()).isEqualTo(Duration.ofDays(3));
    assertThat(config.batchSize()).isEqualTo(4_000);
    assertThat(config.registry()).isEqualTo(URI.create("http://127.0.0.1:8081/apis/ccompat/v7"));
    assertThat(config.instance()).isEqualTo("local");
  }

  @Test
  void shouldTakeEverySetting() {
    Settings settings =
        Settings.of(
            Map.of(
                "OUTREACH_FOLLOWUP_AFTER", "36h",
                "OUTREACH_PROJECTOR_BATCH", "100",
                "OUTREACH_REGISTRY_URL", "http://registry:8081/",
                "OUTREACH_INSTANCE", "b"));

    ProjectorConfig config = ProjectorConfig.of(settings, Topics.standard());

    assertThat(config.policy().followUpAfter()).isEqualTo(Duration.ofHours(36));
    assertThat(config.batchSize()).isEqualTo(100);
    assertThat(config.registry()).isEqualTo(URI.create("http://registry:8081"));
    assertThat(config.instance()).isEqualTo("b");
    assertThat(settings.unknown()).isEmpty();
  }

  @Test
  void shouldRefuseAThresholdBelowASecond() {
    Settings settings = Settings.of(Map.of("OUTREACH_FOLLOWUP_AFTER", "10ms"));

    assertThatThrownBy(() -> ProjectorConfig.of(settings, Topics.standard()))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("OUTREACH_FOLLOWUP_AFTER is below a second: use for example 3d");
  }

  @Test
  void shouldRefuseAThresholdThatLeadsOutOfAllTimes() {
    Settings settings = Settings.of(Map.of("OUTREACH_FOLLOWUP_AFTER", "1000000000d"));

    assertThatThrownBy(() -> ProjectorConfig.of(settings, Topics.standard()))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("OUTREACH_FOLLOWUP_AFTER is above ten years: use for example 3d");
  }
}
