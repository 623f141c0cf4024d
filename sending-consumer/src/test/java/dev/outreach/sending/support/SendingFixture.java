package dev.outreach.sending.support;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.dispatch.Caretaker;
import dev.outreach.sending.dispatch.DispatchSettings;
import dev.outreach.sending.dispatch.Dispatcher;
import dev.outreach.sending.domain.Delivery;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Limits;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Outlets;
import dev.outreach.sending.domain.Task;
import dev.outreach.sending.ledger.Accounts;
import dev.outreach.sending.ledger.ClaimRules;
import dev.outreach.sending.ledger.Database;
import dev.outreach.sending.ledger.Placed;
import dev.outreach.sending.ledger.SendLedger;
import dev.outreach.sending.ledger.TaskStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** One ledger, one platform, and as many senders as a test starts. */
public final class SendingFixture implements AutoCloseable {

  private final HikariDataSource source;
  private final Database database;
  private final TestClock clock = new TestClock();
  private final List<Runnable> running = new ArrayList<>();
  private Limits limits = Limits.none();

  /** Over a fresh database. */
  public SendingFixture(HikariDataSource source) {
    this.source = source;
    this.database = new Database(source);
  }

  /** The test's clock. */
  public TestClock clock() {
    return clock;
  }

  /** The time by it. */
  public Instant now() {
    return clock.instant();
  }

  /** A platform by the same clock. */
  public FakePlatform platform(DeliveryClass deliveryClass) {
    return new FakePlatform(deliveryClass, clock);
  }

  /** The ledger's database. */
  public Database database() {
    return database;
  }

  /** Senders that are started from now on keep to these limits. */
  public void limits(Limits changed) {
    limits = changed;
  }

  /** Settings for impatient tests. */
  public static DispatchSettings impatient() {
    return new DispatchSettings(
        16,
        Duration.ofSeconds(3),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofHours(1),
        4);
  }

  /** A ledger as a worker of its own sees it. */
  public SendLedger ledger(Outlets outlets, DispatchSettings settings) {
    return new SendLedger(
        database, new ClaimRules(limits, outlets::way, settings.lease(), settings.mostWrites()));
  }

  /** Starts a sender for the platform. */
  public Dispatcher startDispatcher(Delivery platform) {
    return startDispatcher(outlets(platform), clock);
  }

  /** Starts a sender for the platform by another clock. */
  public Dispatcher startDispatcher(Delivery platform, Clock by) {
    return startDispatcher(outlets(platform), by);
  }

  /** Starts a sender for these ways out. */
  public Dispatcher startDispatcher(Outlets outlets) {
    return startDispatcher(outlets, clock);
  }

  private Dispatcher startDispatcher(Outlets outlets, Clock by) {
    SendLedger ledger = ledger(outlets, impatient());
    Dispatcher dispatcher =
        new Dispatcher(ledger, new Accounts(database), outlets, impatient(), by);
    dispatcher.start();
    running.add(ledger::close);
    running.add(dispatcher::close);
    return dispatcher;
  }

  /** Starts what looks after the ledger. */
  public void startCaretaker(Delivery platform) {
    Outlets outlets = outlets(platform);
    SendLedger ledger = ledger(outlets, impatient());
    Caretaker caretaker = new Caretaker(ledger, outlets, impatient(), clock);
    caretaker.start();
    running.add(ledger::close);
    running.add(caretaker::close);
  }

  /** The fixture's account leads to the platform. */
  public static Outlets outlets(Delivery platform) {
    return new Outlets(Map.of(OrderFixture.STUDIO, platform), Set.of("LINKEDIN"));
  }

  /** Hands tasks to the ledger as the topic would. */
  public void tell(Task... tasks) {
    TopicPartition nowhere = new TopicPartition("tasks", 0);
    List<Placed> placed =
        Stream.of(tasks).map(task -> new Placed(task, nowhere, Long.MAX_VALUE)).toList();
    new TaskStore(database).apply(placed, Map.of(), clock.instant());
  }

  /** Orders messages. */
  public void order(Order... orders) {
    tell(List.of(orders).stream().map(Task.Ordered::new).toArray(Task[]::new));
  }

  /** Where a message stands. */
  public String state(Order order) {
    return one("SELECT state FROM social_send_ledger WHERE message_id = ?", order);
  }

  /** Waits until a message stands there. */
  public void awaitState(Order order, String state) {
    eventually().untilAsserted(() -> Assertions.assertThat(state(order)).isEqualTo(state));
  }

  /** How many wait for this reason. */
  public int waitingFor(String code) {
    return number("SELECT count(*) FROM social_send_ledger WHERE reason_code = '" + code + "'");
  }

  /** How many messages stand there. */
  public int count(String state) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT count(*) FROM social_send_ledger WHERE state = ?")) {
      statement.setString(1, state);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The number a query gives. */
  public int number(String query) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Why it stands there. */
  public Optional<String> reasonCode(Order order) {
    return Optional.ofNullable(
        one("SELECT reason_code FROM social_send_ledger WHERE message_id = ?", order));
  }

  /** The names of what the pipeline is told, in order. */
  public List<String> told(Order order) {
    List<String> names = new ArrayList<>();
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT outcome FROM social_send_outbox WHERE message_id = ? ORDER BY sequence")) {
      statement.setString(1, order.who().messageId());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      return names;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Changes rows behind the ledger's back. */
  public int tamper(String statement) {
    try (Connection connection = source.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      return prepared.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Waits for something to become true. */
  public static ConditionFactory eventually() {
    return Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20));
  }

  private String one(String query, Order order) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, order.who().messageId());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : "ABSENT";
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {
    running.reversed().forEach(Runnable::run);
    running.clear();
  }
}
