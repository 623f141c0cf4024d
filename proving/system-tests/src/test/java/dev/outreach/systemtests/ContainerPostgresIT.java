package dev.outreach.systemtests;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The contract, kept by the PostgreSQL image that docker-compose.yml names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(DockerCondition.class)
class ContainerPostgresIT extends PostgresContract {

  private final PostgreSQLContainer server =
      new PostgreSQLContainer("postgres:18.1").withCommand("postgres", "-c", "wal_level=logical");

  @BeforeAll
  void start() {
    server.start();
  }

  @AfterAll
  void stop() {
    server.stop();
  }

  @Override
  DataSource database() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(server.getJdbcUrl());
    source.setUser(server.getUsername());
    source.setPassword(server.getPassword());
    return source;
  }
}
