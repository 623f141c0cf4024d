package dev.outreach.projector;

import dev.outreach.readmodel.write.Place;
import dev.outreach.schemas.topics.Topics;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Which topic feeds which part of the read model. */
final class Streams {

  /** Of streams that are kept only for a while, so that no rebuild can bring their rows back. */
  private static final int NEVER_REBUILT = 0;

  private final Map<String, String> byTopic;

  Streams(Topics topics) {
    this.byTopic =
        Map.of(
            topics.profileEvents().name(), Place.PROFILE_EVENTS,
            topics.discoveryProgress().name(), Place.DISCOVERY_PROGRESS,
            topics.discoveryResults().name(), Place.DISCOVERY_RESULTS,
            topics.replays().name(), Place.REPLAYS);
  }

  Set<String> topics() {
    return byTopic.keySet();
  }

  String of(String topic) {
    String stream = byTopic.get(topic);
    if (stream == null) {
      throw new IllegalStateException("not a topic of ours: " + topic);
    }
    return stream;
  }

  Place place(TopicPartition partition, int generation) {
    String stream = of(partition.topic());
    return new Place(
        stream.equals(Place.PROFILE_EVENTS) ? generation : NEVER_REBUILT,
        stream,
        partition.partition());
  }
}
