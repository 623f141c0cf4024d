package dev.outreach.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabasePoolIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void shouldConnectAfterTheFirstConnectionBrokeWhileItWasSetUp() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        CuttingProxy proxy = new CuttingProxy(postgres.getPort(), "ISOLATION LEVEL");
        HikariDataSource pool =
            DatabasePool.open(
                new SendingSettings.DatabaseAddress(
                    "jdbc:postgresql://127.0.0.1:" + proxy.port() + "/postgres",
                    "postgres",
                    Optional.empty()))) {
      await()
          .atMost(PATIENCE)
          .dontCatchUncaughtExceptions()
          .ignoreExceptions()
          .until(
              () -> {
                try (Connection connection = pool.getConnection()) {
                  return connection.isValid(5);
                }
              });
      assertThat(proxy.hasCut()).isTrue();
    }
  }
}
