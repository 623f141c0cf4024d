package dev.outreach.projector;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.testbroker.TestPorts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A PostgreSQL that dies, comes back and goes back in time, with a pool that outlives it. */
final class RestartablePostgres implements AutoCloseable {

  /** As many as the server has for everybody. */
  static final int CONNECTIONS = 20;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final HikariDataSource pool;

  private final Path folder;
  private final int port;
  private EmbeddedPostgres server;

  RestartablePostgres(Path folder) throws IOException {
    this.folder = folder;
    this.port = TestPorts.free();
    this.server = started();
    this.pool = pool("projector", 8);
  }

  HikariDataSource pool(String application, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
    config.setUsername("postgres");
    config.addDataSourceProperty("ApplicationName", application);
    // As in the app itself: a first connection that breaks would leave the level unset for good.
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(1_000);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  void start() throws IOException {
    server = started();
  }

  private EmbeddedPostgres started() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setServerConfig("max_connections", Integer.toString(CONNECTIONS))
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setPGStartupWait(PATIENCE)
        .setPort(port)
        .start();
  }

  /** As {@code pg_ctl stop -m immediate}: no checkpoint, recovery at the next start. */
  void dieAtOnce() throws IOException, InterruptedException {
    kill();
    server.close();
  }

  /** As {@code pg_ctl stop -m fast}. */
  void stop() throws IOException {
    server.close();
  }

  /** Copies the files of a server that is stopped. */
  Path copy(String name) throws IOException {
    Path copy = folder.resolve(name);
    copy(data(), copy);
    return copy;
  }

  /** Puts files back in the place of those of a server that is stopped. */
  void restore(Path copy) throws IOException {
    Files.move(data(), folder.resolve("discarded"));
    copy(copy, data());
  }

  @Override
  public void close() {
    pool.close();
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private void kill() throws IOException, InterruptedException {
    long process =
        Long.parseLong(Files.readAllLines(data().resolve("postmaster.pid")).getFirst().strip());
    ProcessHandle postmaster = ProcessHandle.of(process).orElseThrow();
    Process kill = new ProcessBuilder("kill", "-QUIT", Long.toString(process)).start();
    if (!kill.waitFor(Duration.ofSeconds(10))) {
      throw new IllegalStateException("kill does not return");
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .dontCatchUncaughtExceptions()
        .until(() -> !postmaster.isAlive());
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Path made = Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            Files.setPosixFilePermissions(made, Files.getPosixFilePermissions(folder));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file,
                to.resolve(from.relativize(file).toString()),
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
