package dev.outreach.testbroker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real broker in this JVM, on free ports, that notices the death of a consumer in 6 s.
 * Thread-safe.
 */
public final class TestBroker implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  private final KafkaRaftServer server;
  private final String bootstrapServers;

  private TestBroker(KafkaRaftServer server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts a broker.
   *
   * @param directory where it keeps its log; made anew
   */
  public static TestBroker start(Path directory) throws Exception {
    FatalFaults.sayWhy();
    String broker = HOST + ":" + TestPorts.free();
    String controller = HOST + ":" + TestPorts.free();
    new Formatter()
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(directory.toString())
        .addDirectory(directory.toString())
        .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run();
    Map<String, Object> settings = new HashMap<>(listeners(broker, controller));
    settings.put("log.dirs", directory.toString());
    settings.putAll(small());
    settings.replaceAll((key, value) -> value.toString());
    var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException failure) {
      // Half a broker ends the process once its folder is gone.
      server.shutdown();
      throw failure;
    }
    return new TestBroker(server, broker);
  }

  /** Where clients find it. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Stops it and waits for its end. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static Map<String, Object> listeners(String broker, String controller) {
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        1,
        "listeners",
        "BROKER://" + broker + ",CONTROLLER://" + controller,
        "advertised.listeners",
        "BROKER://" + broker,
        "inter.broker.listener.name",
        "BROKER",
        "controller.listener.names",
        "CONTROLLER",
        "listener.security.protocol.map",
        "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "controller.quorum.voters",
        "1@" + controller);
  }

  private static Map<String, Object> small() {
    return Map.of(
        "offsets.topic.replication.factor", 1,
        "offsets.topic.num.partitions", 1,
        "transaction.state.log.replication.factor", 1,
        "transaction.state.log.min.isr", 1,
        "transaction.state.log.num.partitions", 1,
        "group.consumer.min.session.timeout.ms", 6_000,
        "group.consumer.session.timeout.ms", 6_000,
        "group.consumer.min.heartbeat.interval.ms", 500,
        "group.consumer.heartbeat.interval.ms", 500,
        "log.cleaner.dedupe.buffer.size", 4L << 20);
  }
}
