package dev.outreach.discovery;

import dev.outreach.discovery.notices.LogNotices;
import dev.outreach.discovery.notices.UnusableNotices;
import dev.outreach.discovery.records.DiscoveryRecords;
import dev.outreach.runtime.App;
import dev.outreach.runtime.DeadLetters;
import dev.outreach.runtime.Health;
import dev.outreach.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns discovery requests into discovered profiles. One thread polls and works; its sessions are
 * opened again for ever, with growing pauses, where Kafka is away or another instance took over.
 */
public final class DiscoveryProducerApp implements App {

  private static final Logger log = LoggerFactory.getLogger(DiscoveryProducerApp.class);
  private static final int MOST_POLLED = 20;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration STOP_PATIENTLY = Duration.ofSeconds(5);
  private static final Duration STOP_AT_ALL = Duration.ofSeconds(4);

  private final DiscoveryParts parts;
  private final AtomicReference<Health> health =
      new AtomicReference<>(new Health.Starting("not started"));
  private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** An app that is not started yet; the topics exist when it is. */
  public DiscoveryProducerApp(DiscoveryParts parts) {
    this.parts = parts;
  }

  @Override
  public String name() {
    return Topics.DISCOVERY_PRODUCER;
  }

  @Override
  public void start() {
    Thread thread = Thread.ofPlatform().name(name()).unstarted(this::run);
    if (!worker.compareAndSet(null, thread)) {
      throw new IllegalStateException(name() + " is started already");
    }
    thread.start();
  }

  @Override
  public Health health() {
    return health.get();
  }

  @Override
  public void close() {
    closing.countDown();
    Thread thread = worker.get();
    if (thread == null) {
      return;
    }
    try {
      if (!thread.join(STOP_PATIENTLY)) {
        // A platform call is in the way; what it would have brought is read again later.
        thread.interrupt();
        if (!thread.join(STOP_AT_ALL)) {
          log.warn("{} did not stop in time", name());
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (isOpen()) {
      try {
        work();
      } catch (RuntimeException failure) {
        if (!isOpen()) {
          break;
        }
        log.warn("{} begins again after a failure", name(), failure);
        health.set(new Health.Down(failure.getClass().getSimpleName()));
        pause = pauseAndGrow(pause);
      }
    }
    health.set(new Health.Down("stopped"));
  }

  private void work() {
    try (Producer<byte[], byte[]> producer = producer();
        Consumer<byte[], byte[]> consumer = consumer();
        LogNotices notices = notices()) {
      producer.initTransactions();
      DeadLetters letters =
          new DeadLetters(name(), parts.topics().deadLettersOf(name()).name(), parts.meters());
      Outbox outbox =
          new Outbox(
              producer,
              consumer::groupMetadata,
              new DiscoveryRecords(parts.topics(), parts.serdes(), parts.clock()),
              letters);
      Requests requests = new Requests(parts.serdes(), parts.platforms());
      Session session =
          new Session(consumer, new Session.Parts(outbox, requests, notices, parts.clock()));
      session.subscribe(parts.topics().discoveryRequests().name());
      try (UnusableNotices unusable = unusable(producer, letters)) {
        while (isOpen()) {
          session.turn();
          unusable.turn();
          health.set(
              session.hasPartitions() ? new Health.Up() : new Health.Starting("no partitions yet"));
        }
      }
    }
  }

  private UnusableNotices unusable(Producer<byte[], byte[]> producer, DeadLetters letters) {
    String group = name() + "-letters";
    Consumer<byte[], byte[]> reader = new KafkaConsumer<>(parts.kafka().consumer(group, group));
    return UnusableNotices.of(
        new UnusableNotices.Parts(reader, producer, parts.serdes(), letters), parts.topics());
  }

  private LogNotices notices() {
    return LogNotices.read(
        new KafkaConsumer<>(parts.kafka().looseConsumer(name() + "-notices")),
        parts.topics(),
        parts.serdes());
  }

  private Producer<byte[], byte[]> producer() {
    String id = name() + "-" + parts.instanceId();
    return new KafkaProducer<>(parts.kafka().transactionalProducer(name(), id));
  }

  private Consumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = new HashMap<>(parts.kafka().consumer(name(), name()));
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_POLLED);
    return new KafkaConsumer<>(settings);
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private Duration pauseAndGrow(Duration pause) {
    try {
      if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        return pause;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
