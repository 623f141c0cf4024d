package dev.outreach.benchmarks.harness;

import dev.outreach.standalone.embedded.DataFolder;
import dev.outreach.standalone.embedded.EmbeddedDatabase;
import dev.outreach.standalone.embedded.LoopbackPort;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The product's own embedded PostgreSQL, with durable commits, that can be stopped as by a crash
 * and comes back on the same port with the same data. Thread-safe.
 */
public final class MortalDatabase implements AutoCloseable {

  private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

  private final DataFolder folder;
  private final LoopbackPort port;
  private final AtomicReference<EmbeddedDatabase> running;

  private MortalDatabase(DataFolder folder, LoopbackPort port, EmbeddedDatabase running) {
    this.folder = folder;
    this.port = port;
    this.running = new AtomicReference<>(running);
  }

  /** Starts it on any free port. */
  public static MortalDatabase start(DataFolder folder) throws StartFailure, InterruptedException {
    LoopbackPort any = new LoopbackPort(0, "OUTREACH_POSTGRES_PORT");
    LoopbackPort port = new LoopbackPort(any.claim("PostgreSQL"), any.variable());
    return new MortalDatabase(folder, port, EmbeddedDatabase.start(folder, port));
  }

  /** Its address for JDBC; the same after every restart. */
  public String jdbcUrl() {
    return running.get().jdbcUrl();
  }

  /** Who owns the data; no password is asked for. */
  public String user() {
    return running.get().username();
  }

  /** The server's version and how it was compiled, which its speed depends on. */
  public String build() {
    // Only a superuser may ask; the server trusts every local user.
    try (Connection connection = DriverManager.getConnection(jdbcUrl(), "postgres", "");
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                """
                SELECT current_setting('server_version') || ', '
                  || coalesce(substring(setting FROM '-O[0-9a-z]*'), 'not optimised')
                FROM pg_config WHERE name = 'CFLAGS'
                """)) {
      found.next();
      return found.getString(1);
    } catch (SQLException failure) {
      throw new IllegalStateException("the server does not say what it is", failure);
    }
  }

  /** The server's process id. */
  public long processId() {
    Path file = folder.path().resolve("postgres").resolve("data").resolve("postmaster.pid");
    try {
      return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    } catch (IOException failure) {
      throw new UncheckedIOException("PostgreSQL does not run", failure);
    }
  }

  /** Stops it at once, without a checkpoint, and waits for its end. */
  public void stopImmediately() throws InterruptedException {
    long id = processId();
    ProcessHandle server = ProcessHandle.of(id).orElseThrow();
    Signal.QUIT.to(id);
    try {
      server.onExit().get(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new IllegalStateException("PostgreSQL did not stop", failure);
    }
  }

  /** Starts it again after a stop; it recovers what was committed. */
  public void startAgain() throws StartFailure, IOException, InterruptedException {
    running.get().close(); // gives up the lock on the data; the server is gone already
    running.set(EmbeddedDatabase.start(folder, port));
  }

  @Override
  public void close() throws IOException {
    running.get().close();
  }
}
