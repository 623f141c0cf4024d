package dev.outreach.sending;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.platforms.connected.ConnectedPlatforms;
import dev.outreach.platforms.connected.RiskAcceptance;
import dev.outreach.platforms.connected.ThirdParty;
import dev.outreach.runtime.App;
import dev.outreach.runtime.DeadLetters;
import dev.outreach.runtime.Health;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.RecordReader;
import dev.outreach.runtime.Settings;
import dev.outreach.runtime.StoredOffsetConsumer;
import dev.outreach.schemas.SendTask;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topics;
import dev.outreach.sending.dispatch.Announcer;
import dev.outreach.sending.dispatch.Caretaker;
import dev.outreach.sending.dispatch.Dispatcher;
import dev.outreach.sending.domain.Outlets;
import dev.outreach.sending.intake.Intake;
import dev.outreach.sending.ledger.Accounts;
import dev.outreach.sending.ledger.ClaimRules;
import dev.outreach.sending.ledger.Database;
import dev.outreach.sending.ledger.Outbox;
import dev.outreach.sending.ledger.QueueBoard;
import dev.outreach.sending.ledger.Restore;
import dev.outreach.sending.ledger.SendLedger;
import dev.outreach.sending.ledger.SendingSchema;
import dev.outreach.sending.ledger.TaskStore;
import dev.outreach.sending.outlet.ConnectedOutlets;
import dev.outreach.sending.relay.ResultRelay;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Sends approved messages once each. Tasks become ledger rows, workers claim rows and call the
 * platform, results go back to the pipeline: three loops that share nothing but the ledger.
 */
public final class SendingConsumerApp implements App {

  private final HikariDataSource connections;
  private final Producer<byte[], byte[]> producer;
  private final ConnectedPlatforms platforms;
  private final ClockKeeper clockKeeper;
  private final SendLedger ledger;
  private final StoredOffsetConsumer intake;
  private final Dispatcher dispatcher;
  private final Caretaker caretaker;
  private final Announcer announcer;
  private final ResultRelay relay;
  private final Opening opening;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * The app, ready to start; starting it brings the ledger's tables up to date.
   *
   * @param clock the machine's; leases, windows and limits go by the database server's, unless
   *     {@code OUTREACH_SENDING_CLOCK} is {@code process}
   */
  public SendingConsumerApp(
      Settings settings, Topics topics, EventSerdes serdes, MeterRegistry meters, Clock clock) {
    this(settings, topics, serdes, meters, clock, UnaryOperator.identity());
  }

  /**
   * The app with other ways out.
   *
   * @param exchange is given the ways that the settings name and answers those that are used; what
   *     it makes itself it also closes
   */
  public SendingConsumerApp(
      Settings settings,
      Topics topics,
      EventSerdes serdes,
      MeterRegistry meters,
      Clock machine,
      UnaryOperator<Outlets> exchange) {
    SendingSettings sending = SendingSettings.of(settings);
    KafkaSettings kafka = KafkaSettings.of(settings);
    String group = topics.prefix() + name();
    String tasks = topics.sendTasks().name();
    this.connections = DatabasePool.open(sending.database());
    this.clockKeeper = ClockKeeper.of(TimeSource.of(settings), connections, machine);
    Clock clock = clockKeeper.clock();
    this.platforms = ConnectedPlatforms.of(settings::optionalText, clock);
    this.producer = new KafkaProducer<>(kafka.producer(name()));
    Database database = new Database(connections);
    Outlets outlets = exchange.apply(ConnectedOutlets.of(platforms, sending.accounts(), clock));
    ClaimRules rules =
        new ClaimRules(
            sending.limits(),
            outlets::way,
            sending.dispatch().lease(),
            sending.dispatch().mostWrites());
    Accounts accounts = new Accounts(database);
    this.ledger = new SendLedger(database, rules);
    this.announcer = new Announcer(new QueueBoard(database, rules), clock, meters);
    this.dispatcher = new Dispatcher(ledger, accounts, outlets, sending.dispatch(), clock);
    this.caretaker = new Caretaker(ledger, outlets, sending.dispatch(), clock);
    this.relay =
        new ResultRelay(
            new Outbox(database), producer, serdes.serializer(), topics.sendResults(), clock);
    Intake sink =
        new Intake(
            new TaskStore(database),
            new RecordReader<>(serdes.deserializer(), SendTask.class),
            new DeadLetters(name(), topics.deadLettersOf(name()).name(), meters),
            producer,
            clock,
            dispatcher::wake);
    this.intake =
        new StoredOffsetConsumer(
            "send-intake",
            () -> new KafkaConsumer<>(kafka.consumer(group, name())),
            List.of(tasks),
            sink);
    Restore restore = new Restore(database);
    this.opening =
        new Opening(
            () -> {
              SendingSchema.migrate(connections);
              clockKeeper.synchronise();
              accounts.introduce(outlets.accounts());
              acceptRisk(accounts, outlets);
              restore.notice(CommittedOffsets.of(kafka.admin(), group), clock.instant());
              sending
                  .installation()
                  .ifPresent(
                      here ->
                          restore.moved(
                              here, CommittedOffsets.ends(kafka.admin(), tasks), clock.instant()));
            },
            this::begin);
  }

  @Override
  public String name() {
    return Topics.SENDING_CONSUMER;
  }

  @Override
  public void start() {
    opening.start();
  }

  /** Whoever accepted the risk in the settings did so for every account of the third party. */
  private void acceptRisk(Accounts accounts, Outlets outlets) {
    if (platforms.thirdParty() instanceof ThirdParty.Open(RiskAcceptance acceptance, _)) {
      Instant at = acceptance.on().atStartOfDay(ZoneOffset.UTC).toInstant();
      outlets.thirdParty().keySet().forEach(from -> accounts.acceptRisk(from, acceptance.by(), at));
    }
  }

  private void begin() {
    clockKeeper.start();
    relay.start();
    caretaker.start();
    dispatcher.start();
    announcer.start();
    intake.start();
  }

  @Override
  public Health health() {
    if (!opening.health().isUp()) {
      return opening.health();
    }
    return Stream.of(
            intake.health(),
            dispatcher.health(),
            caretaker.health(),
            relay.health(),
            announcer.health())
        .filter(part -> !part.isUp())
        .findFirst()
        .orElseGet(Health.Up::new);
  }

  /** The intake first, so that nothing new begins; the relay last, so that it tells of the rest. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    opening.close();
    intake.close();
    dispatcher.close();
    caretaker.close();
    announcer.close();
    relay.close();
    ledger.close();
    clockKeeper.close();
    producer.close();
    platforms.close();
    connections.close();
  }
}
