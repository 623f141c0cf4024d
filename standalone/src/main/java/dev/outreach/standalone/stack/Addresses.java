package dev.outreach.standalone.stack;

import dev.outreach.runtime.Settings;
import dev.outreach.schemas.topics.Topics;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Where a running Outreach is to be found, written into its data folder so that other commands find
 * it.
 *
 * @param process id of the process
 * @param http dashboard and API
 * @param bootstrap Kafka
 * @param registry schema registry
 * @param jdbc PostgreSQL
 * @param user database user
 * @param sandbox simulated platforms
 * @param topicPrefix what the names of its topics begin with
 * @param topicPartitions how many partitions each has
 * @param simulated the services the sandbox stands in for
 */
public record Addresses(
    long process,
    String http,
    String bootstrap,
    String registry,
    String jdbc,
    String user,
    String sandbox,
    String topicPrefix,
    int topicPartitions,
    Set<String> simulated) {

  private static final String FILE = "running.properties";

  /** What an Outreach stands in for that does not say. */
  private static final String ALL = "linkedin,instagram,tiktok,facebook,unipile,gemini";

  public Addresses {
    simulated = Set.copyOf(simulated);
  }

  /** The addresses in a data folder, where the process that wrote them still lives. */
  public static Optional<Addresses> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Addresses found =
        new Addresses(
            Long.parseLong(properties.getProperty("process")),
            properties.getProperty("http"),
            properties.getProperty("bootstrap"),
            properties.getProperty("registry"),
            properties.getProperty("jdbc"),
            properties.getProperty("user"),
            properties.getProperty("sandbox"),
            properties.getProperty("topic-prefix", Topics.DEFAULT_PREFIX),
            Integer.parseInt(
                properties.getProperty(
                    "topic-partitions", Integer.toString(Topics.DEFAULT_PARTITIONS))),
            Set.of(properties.getProperty("simulated", ALL).split(",", -1)));
    return ProcessHandle.of(found.process()).isPresent() ? Optional.of(found) : Optional.empty();
  }

  /** Settings of another process completed by these, so that it meets the same topics and rows. */
  public Settings complete(Settings settings) {
    return TopicSettings.with(settings, topicPrefix, topicPartitions)
        .with("OUTREACH_KAFKA_BOOTSTRAP", bootstrap)
        .with("OUTREACH_REGISTRY_URL", registry)
        .with("OUTREACH_DATABASE_URL", jdbc)
        .with("OUTREACH_DATABASE_USER", user);
  }

  /** Writes them for other commands; whoever reads sees all of it or nothing. */
  void write(Path folder) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("process", Long.toString(process));
    properties.setProperty("http", http);
    properties.setProperty("bootstrap", bootstrap);
    properties.setProperty("registry", registry);
    properties.setProperty("jdbc", jdbc);
    properties.setProperty("user", user);
    properties.setProperty("sandbox", sandbox);
    properties.setProperty("topic-prefix", topicPrefix);
    properties.setProperty("topic-partitions", Integer.toString(topicPartitions));
    properties.setProperty("simulated", String.join(",", simulated));
    Path fresh = folder.resolve(FILE + ".new");
    try (Writer writer = Files.newBufferedWriter(fresh)) {
      properties.store(writer, "Where this Outreach listens while it runs");
    }
    Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  static void remove(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
  }
}
