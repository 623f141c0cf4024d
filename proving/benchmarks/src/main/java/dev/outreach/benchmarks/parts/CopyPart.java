package dev.outreach.benchmarks.parts;

import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.Settings;
import dev.outreach.runtime.StreamsRunner;
import dev.outreach.schemas.topics.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/** The least a Streams application can do exactly once: bytes from one topic into another. */
public final class CopyPart {

  /** The application, and so the consumer group. */
  public static final String APPLICATION = "copy";

  private CopyPart() {}

  /** The topic it writes. */
  public static String target(Topics topics) {
    return topics.prefix() + "copied-events";
  }

  static void run(Settings settings, InputStream input, PrintStream output) throws IOException {
    Topics topics = Parts.topics(settings);
    Topology topology =
        new Topology()
            .addSource(
                "events",
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topics.profileEvents().name())
            .addSink(
                "copies",
                target(topics),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                "events");
    Map<String, Object> streams =
        KafkaSettings.of(settings)
            .streams(
                APPLICATION,
                Path.of(settings.text("OUTREACH_STATE_DIR", ".")),
                topics.deadLettersOf(Topics.PROFILE_PROCESSOR).name());
    try (StreamsRunner runner = new StreamsRunner(APPLICATION, topology, streams)) {
      Parts.attend(runner, input, output);
    }
  }
}
