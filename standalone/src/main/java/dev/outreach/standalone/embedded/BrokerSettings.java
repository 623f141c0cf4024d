package dev.outreach.standalone.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The configuration of a single broker that is its own controller, sized for a shared 2-core
 * machine.
 */
final class BrokerSettings {

  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final int YEAR_IN_MINUTES = 366 * 24 * 60;

  private BrokerSettings() {}

  /** Settings of a broker on two ports of 127.0.0.1, keeping its data in a directory. */
  static Map<String, String> of(Path directory, int brokerPort, int controllerPort) {
    Map<String, String> settings = new HashMap<>();
    settings.putAll(identity(directory, brokerPort, controllerPort));
    settings.putAll(internalTopics());
    settings.putAll(size());
    settings.putAll(liveness());
    return Map.copyOf(settings);
  }

  /** Settings of the controller alone, which soon gives up a broker that does not answer. */
  static Map<String, String> ofController(Path directory, int controllerPort) {
    String controller = LoopbackPort.HOST + ":" + controllerPort;
    return Map.of(
        "process.roles",
        "controller",
        "node.id",
        Integer.toString(NODE_ID),
        "log.dirs",
        directory.toString(),
        "listeners",
        CONTROLLER_LISTENER + "://" + controller,
        "controller.listener.names",
        CONTROLLER_LISTENER,
        "listener.security.protocol.map",
        CONTROLLER_LISTENER + ":PLAINTEXT",
        "controller.quorum.voters",
        NODE_ID + "@" + controller,
        "broker.heartbeat.interval.ms",
        "250",
        "broker.session.timeout.ms",
        "500");
  }

  private static Map<String, String> identity(Path directory, int brokerPort, int controllerPort) {
    String broker = LoopbackPort.HOST + ":" + brokerPort;
    String controller = LoopbackPort.HOST + ":" + controllerPort;
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", Integer.toString(NODE_ID)),
        Map.entry("log.dirs", directory.toString()),
        Map.entry("listeners", "BROKER://" + broker + ",CONTROLLER://" + controller),
        Map.entry("advertised.listeners", "BROKER://" + broker),
        Map.entry("inter.broker.listener.name", "BROKER"),
        Map.entry("controller.listener.names", CONTROLLER_LISTENER),
        Map.entry("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT"),
        // By configuration, not by the log: so the controller may get another port next time.
        Map.entry("controller.quorum.voters", NODE_ID + "@" + controller));
  }

  private static Map<String, String> internalTopics() {
    return Map.of(
        "auto.create.topics.enable", "false",
        "default.replication.factor", "1",
        "min.insync.replicas", "1",
        "offsets.topic.replication.factor", "1",
        "offsets.topic.num.partitions", "12",
        // An installation that was off for a holiday goes on where it stopped.
        "offsets.retention.minutes", Integer.toString(YEAR_IN_MINUTES),
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "transaction.state.log.num.partitions", "12");
  }

  private static Map<String, String> size() {
    return Map.of(
        "num.network.threads", "2",
        "num.io.threads", "4",
        "background.threads", "2",
        "log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20),
        "log.segment.bytes", Integer.toString(256 << 20),
        // Every partition maps an index file of this size: enough for a segment of 256 MB.
        "log.index.size.max.bytes", Integer.toString(1 << 20),
        "group.initial.rebalance.delay.ms", "0");
  }

  private static Map<String, String> liveness() {
    return Map.of(
        // How soon a broker that starts learns that it may serve; and how long the controller takes
        // it for alive without a sign of life. One that was killed is given up by DeadBroker.
        "broker.heartbeat.interval.ms", "500",
        "broker.session.timeout.ms", "4000",
        // A killed consumer is given up within seconds, so that its partitions move on.
        "group.consumer.min.session.timeout.ms", "6000",
        "group.consumer.session.timeout.ms", "6000",
        "group.consumer.min.heartbeat.interval.ms", "1500",
        "group.consumer.heartbeat.interval.ms", "1500");
  }
}
