package dev.outreach.discovery;

import dev.outreach.platforms.Platform;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;

/**
 * What the app is made of.
 *
 * @param platforms the platforms this installation can use
 * @param instanceId different for every running instance and every start, for example a random UUID
 */
public record DiscoveryParts(
    KafkaSettings kafka,
    Topics topics,
    EventSerdes serdes,
    Map<Platform, PlatformAccess> platforms,
    MeterRegistry meters,
    Clock clock,
    String instanceId) {

  public DiscoveryParts {
    platforms = Map.copyOf(platforms);
    if (instanceId.isBlank()) {
      throw new IllegalArgumentException("instanceId is empty: give each instance its own");
    }
  }
}
