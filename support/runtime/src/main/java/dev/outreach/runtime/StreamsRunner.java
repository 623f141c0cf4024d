package dev.outreach.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only owner of {@link KafkaStreams}: starts it, says how it does, and closes it. A thread that
 * dies is replaced; the state it had is restored from the changelog.
 */
public final class StreamsRunner implements App {

  private static final Logger log = LoggerFactory.getLogger(StreamsRunner.class);

  /** Leaves the group, so that the partitions move on at once instead of after a timeout. */
  private static final CloseOptions LEAVING =
      CloseOptions.timeout(Duration.ofSeconds(10))
          .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);

  private final String name;
  private final Topology topology;
  private final Map<String, Object> settings;
  private final AtomicReference<@Nullable KafkaStreams> streams = new AtomicReference<>();
  private final AtomicReference<String> lastFailure = new AtomicReference<>("");

  /** A runner that is not started yet; settings come from {@link KafkaSettings#streams}. */
  public StreamsRunner(String name, Topology topology, Map<String, Object> settings) {
    this.name = name;
    this.topology = topology;
    this.settings = Map.copyOf(settings);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    Properties properties = new Properties();
    properties.putAll(settings);
    KafkaStreams made = new KafkaStreams(topology, new StreamsConfig(properties));
    if (!streams.compareAndSet(null, made)) {
      made.close();
      throw new IllegalStateException(name + " is started already");
    }
    made.setUncaughtExceptionHandler(this::replaceThread);
    made.start();
  }

  @Override
  public Health health() {
    KafkaStreams running = streams.get();
    if (running == null) {
      return new Health.Starting("not started");
    }
    return switch (running.state()) {
      case RUNNING -> new Health.Up();
      case CREATED -> new Health.Starting("created");
      case REBALANCING -> new Health.Starting("partitions are being shared out or restored");
      case PENDING_SHUTDOWN, NOT_RUNNING -> new Health.Down("stopped");
      case PENDING_ERROR, ERROR -> new Health.Down("stream died: " + lastFailure.get());
    };
  }

  @Override
  public void close() {
    KafkaStreams running = streams.get();
    if (running != null && !running.close(LEAVING)) {
      log.warn("{} did not stop in time", name);
    }
  }

  private StreamThreadExceptionResponse replaceThread(Throwable failure) {
    log.error("{}: a stream thread died and is replaced", name, failure);
    lastFailure.set(failure.getClass().getSimpleName());
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
