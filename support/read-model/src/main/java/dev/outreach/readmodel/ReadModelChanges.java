package dev.outreach.readmodel;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a listener what has changed in the read model, as soon as it is visible. Holds one
 * connection for as long as it is open; where the connection is lost it connects again and says
 * that changes were missed. The listener is called from one thread and must return quickly.
 */
public final class ReadModelChanges implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ReadModelChanges.class);
  private static final TypeReference<ReadModelChange> CHANGE = new TypeReference<>() {};
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration RECONNECT = Duration.ofSeconds(1);

  /** What wants to know. */
  public interface Listener {

    /** Rows changed. */
    void changed(ReadModelChange change);

    /** Anything may have changed: the connection was new or lost. */
    void missed();
  }

  private final DataSource dataSource;
  private final Listener listener;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();

  public ReadModelChanges(DataSource dataSource, Listener listener) {
    this.dataSource = dataSource;
    this.listener = listener;
  }

  /**
   * Begins to listen in a thread of its own; an absent PostgreSQL is tried again for ever.
   *
   * @throws IllegalStateException when called twice
   */
  public void start() {
    Thread thread = Thread.ofPlatform().name("read-model-changes").daemon().unstarted(this::run);
    if (!worker.compareAndSet(null, thread)) {
      throw new IllegalStateException("is started already");
    }
    thread.start();
  }

  @Override
  public void close() {
    closing.countDown();
    Thread thread = worker.get();
    if (thread != null) {
      try {
        thread.join(LOOK.multipliedBy(4));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    while (isOpen()) {
      try (Connection connection = dataSource.getConnection()) {
        listen(connection);
      } catch (SQLException lost) {
        log.warn("Changes of the read model are not seen (SQL state {})", lost.getSQLState());
        pause();
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + ReadModelChange.CHANNEL);
      listener.missed();
      PGConnection postgres = connection.unwrap(PGConnection.class);
      while (isOpen()) {
        for (PGNotification notification :
            postgres.getNotifications(Math.toIntExact(LOOK.toMillis()))) {
          listener.changed(Json.read(notification.getParameter(), CHANGE));
        }
      }
      statement.execute("UNLISTEN *");
    }
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private void pause() {
    try {
      if (closing.await(RECONNECT.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("closed while waiting to connect again");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
