package dev.outreach.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.topics.Topics;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicSettingsTest {

  @Test
  void shouldBeTheStandardWhereNothingIsSet() {
    assertThat(TopicSettings.of(Settings.of(Map.of()))).isEqualTo(Topics.standard());
  }

  @Test
  void shouldCallAndDivideEveryTopicAsItIsTold() {
    Settings settings = TopicSettings.with(Settings.of(Map.of()), "acme.people.", 4);

    assertThat(TopicSettings.of(settings)).isEqualTo(Topics.with("acme.people.", 4));
  }

  @ParameterizedTest
  @CsvSource({
    "OUTREACH_TOPIC_PREFIX, a/b, a-z",
    "OUTREACH_TOPIC_PREFIX, äcme., a-z",
    "OUTREACH_TOPIC_PREFIX, Acme., a-z",
    "OUTREACH_TOPIC_PARTITIONS, 0, from 1 to 1000",
    "OUTREACH_TOPIC_PARTITIONS, many, from 1 to 1000"
  })
  void shouldRefuseWhatKafkaWouldRefuse(String key, String value, String fix) {
    Settings settings = Settings.of(Map.of(key, value));

    assertThatThrownBy(() -> TopicSettings.of(settings))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining(key)
        .hasMessageContaining(fix);
  }
}
