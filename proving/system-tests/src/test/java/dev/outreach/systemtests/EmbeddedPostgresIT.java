package dev.outreach.systemtests;

import dev.outreach.standalone.embedded.DataFolder;
import dev.outreach.standalone.embedded.EmbeddedDatabase;
import dev.outreach.standalone.embedded.EmbeddedPorts;
import dev.outreach.standalone.embedded.StartFailure;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The contract, kept by the PostgreSQL we bring along. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPostgresIT extends PostgresContract {

  private @Nullable DataFolder folder;
  private @Nullable EmbeddedDatabase server;

  @BeforeAll
  void start(@TempDir Path directory) throws StartFailure, InterruptedException {
    folder = DataFolder.open(directory.resolve("data"));
    server = EmbeddedDatabase.start(folder, EmbeddedPorts.free().postgres());
  }

  @AfterAll
  void stop() throws Exception {
    if (server != null) {
      server.close();
    }
    if (folder != null) {
      folder.close();
    }
  }

  @Override
  DataSource database() {
    EmbeddedDatabase running = Objects.requireNonNull(server, "started before all tests");
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(running.jdbcUrl());
    source.setUser(running.username());
    return source;
  }
}
