package dev.outreach.projector;

import dev.outreach.runtime.App;
import dev.outreach.runtime.DeadLetters;
import dev.outreach.runtime.Health;
import dev.outreach.runtime.StoredOffsetConsumer;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/** Profile events, discovery progress and replays into PostgreSQL, with exact counts. */
public final class StatusProjectorApp implements App {

  private final Producer<byte[], byte[]> deadLetterProducer;
  private final LogEnds logEnds;
  private final StoredOffsetConsumer consumer;
  private final Ticker ticker;
  private final Ticker auditor;
  private final AtomicBoolean started = new AtomicBoolean();

  /**
   * A projector that is not started yet. It makes the tables where they are missing.
   *
   * @param dataSource a pool of at least two connections; stays the caller's
   */
  public StatusProjectorApp(
      ProjectorConfig config, DataSource dataSource, Clock clock, MeterRegistry meters) {
    this(
        config,
        new Surroundings(dataSource, EventSerdes.of(config.registry().toString()), clock, meters));
  }

  /** A projector that is not started yet, with serdes of the caller's. */
  public StatusProjectorApp(ProjectorConfig config, Surroundings around) {
    Streams streams = new Streams(config.topics());
    Claims claims = new Claims();
    Transactions transactions = new Transactions(around.dataSource());
    this.deadLetterProducer =
        new KafkaProducer<>(config.kafka().producer(name() + "-dead-letters"));
    this.logEnds = new LogEnds(Admin.create(config.kafka().admin()));
    ProjectionSink sink =
        new ProjectionSink(
            new ProjectionSink.Parts(
                around.dataSource(),
                new BatchReader(streams, around.serdes()),
                new DeadLetterOffice(deadLetters(config, around.meters()), deadLetterProducer),
                streams,
                claims,
                around.clock(),
                config.policy(),
                config.instance()));
    FollowUpClock followUps =
        new FollowUpClock(
            transactions,
            sink,
            claims,
            new FollowUpClock.Timing(around.clock(), config.policy().followUpAfter()));
    LogEndWatch ends = new LogEndWatch(transactions, claims, logEnds, around.clock());
    this.consumer =
        new StoredOffsetConsumer(
            name(), () -> new KafkaConsumer<>(consumer(config)), streams.topics(), sink);
    this.ticker =
        new Ticker(
            "the follow-up clock",
            Duration.ofSeconds(1),
            sink::lookWhatReadersSee,
            ends::look,
            followUps::tick);
    this.auditor =
        new Ticker(
            "the audit",
            config.auditEvery(),
            new PartitionAudit(around.dataSource(), claims, around.clock(), around.meters())::next);
  }

  /**
   * What the projector works with and does not own.
   *
   * @param dataSource a pool of at least two connections
   */
  public record Surroundings(
      DataSource dataSource, EventSerdes serdes, Clock clock, MeterRegistry meters) {}

  @Override
  public String name() {
    return Topics.STATUS_PROJECTOR;
  }

  @Override
  public void start() {
    if (!started.compareAndSet(false, true)) {
      throw new IllegalStateException(name() + " is started already");
    }
    consumer.start();
    ticker.start();
    auditor.start();
  }

  @Override
  public Health health() {
    return switch (consumer.health()) {
      case Health.Up _ -> ticker.health();
      case Health.Starting starting -> starting;
      case Health.Down down -> down;
    };
  }

  @Override
  public void close() {
    consumer.close();
    ticker.close();
    auditor.close();
    logEnds.close();
    deadLetterProducer.close();
  }

  private DeadLetters deadLetters(ProjectorConfig config, MeterRegistry meters) {
    return new DeadLetters(name(), config.topics().deadLettersOf(name()).name(), meters);
  }

  private Map<String, Object> consumer(ProjectorConfig config) {
    Map<String, Object> settings = new HashMap<>(config.kafka().consumer(name(), name()));
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchSize());
    return settings;
  }
}
