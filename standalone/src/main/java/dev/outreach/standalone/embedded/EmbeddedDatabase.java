package dev.outreach.standalone.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;

/**
 * PostgreSQL as processes of its own, on 127.0.0.1 only, with one database and one role that owns
 * it.
 *
 * <p>The server trusts every local user, so the role needs no password. It outlives a JVM that is
 * killed; the next start on the same folder stops it first. Thread-safe.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  static final String NAME = "PostgreSQL";
  private static final String OUTREACH = "outreach";

  /** Long enough to replay the log after a crash: at most {@code max_wal_size}. */
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);

  private final EmbeddedPostgres postgres;
  private final DataFolder folder;

  private EmbeddedDatabase(EmbeddedPostgres postgres, DataFolder folder) {
    this.postgres = postgres;
    this.folder = folder;
  }

  /**
   * Starts the server on the data in a folder, created at the first start, and waits until it
   * serves.
   *
   * @throws StartFailure where the port is taken, the disk is full, or the server does not come up
   */
  public static EmbeddedDatabase start(DataFolder folder, LoopbackPort port)
      throws StartFailure, InterruptedException {
    DatabaseStorage storage = new DatabaseStorage(folder.postgres());
    try {
      stopLeftOver(folder);
      int number = port.claim(NAME);
      storage.discardUnfinished();
      EmbeddedPostgres postgres =
          startServer(storage, folder.logs().resolve("postgres.log"), number);
      createDatabase(postgres.getPostgresDatabase());
      storage.keep();
      return new EmbeddedDatabase(postgres, folder);
    } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
      StartFailure failure = StartFailure.of(NAME, folder, e);
      stopAfter(failure, folder);
      throw failure;
    }
  }

  private static EmbeddedPostgres startServer(DatabaseStorage storage, Path log, int port)
      throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(storage.data())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setOverrideWorkingDirectory(storage.programs().toFile())
            .setPGStartupWait(START_PATIENCE)
            .setOutputRedirector(ServerLog.open(log))
            .setPort(port);
    DatabaseSettings.server().forEach(builder::setServerConfig);
    DatabaseSettings.locale().forEach(builder::setLocaleConfig);
    return builder.start();
  }

  private static void createDatabase(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      if (isAbsent(statement, "SELECT FROM pg_roles WHERE rolname = 'outreach'")) {
        statement.execute("CREATE ROLE outreach LOGIN REPLICATION");
      }
      // For the role that may only read, which the migrations make.
      statement.execute("ALTER ROLE outreach CREATEROLE");
      if (isAbsent(statement, "SELECT FROM pg_database WHERE datname = 'outreach'")) {
        statement.execute("CREATE DATABASE outreach OWNER outreach");
      }
    }
  }

  private static boolean isAbsent(Statement statement, String query) throws SQLException {
    try (ResultSet found = statement.executeQuery(query)) {
      return !found.next();
    }
  }

  private static void stopAfter(StartFailure failure, DataFolder folder)
      throws InterruptedException {
    // An interrupted start fails like any other, and must not cut its own cleaning short.
    boolean interrupted = Thread.interrupted();
    try {
      stopLeftOver(folder);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends a server that an earlier, killed run left behind. Its fast shutdown loses nothing. */
  static void stopLeftOver(DataFolder folder) throws IOException, InterruptedException {
    processes(folder).stop();
  }

  private static DatabaseProcesses processes(DataFolder folder) {
    return new DatabaseProcesses(new DatabaseStorage(folder.postgres()));
  }

  /** The address for JDBC. The user is {@link #username()}; there is no password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://%s:%d/%s".formatted(LoopbackPort.HOST, postgres.getPort(), OUTREACH);
  }

  /** The role that owns the database and may open replication slots. */
  public String username() {
    return OUTREACH;
  }

  /** Completes when the server has ended, for whatever reason. */
  CompletionStage<?> end() {
    try {
      return processes(folder)
          .server()
          .<CompletionStage<?>>map(ProcessHandle::onExit)
          .orElseGet(() -> CompletableFuture.completedFuture(null));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Stops the server and waits until none of its processes is left. */
  @Override
  public void close() throws IOException {
    postgres.close();
    try {
      // The library gives up after a few seconds, which a last checkpoint may well take.
      stopLeftOver(folder);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
