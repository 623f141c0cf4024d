package dev.outreach.sending.support;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.ledger.SendingSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a database of its own on one server. */
public final class Postgres implements ParameterResolver {

  private static final Namespace SPACE = Namespace.create(Postgres.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == HikariDataSource.class;
  }

  @Override
  public HikariDataSource resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Server server =
        context
            .getRoot()
            .getStore(SPACE)
            .computeIfAbsent(Server.class, _ -> Server.start(), Server.class);
    Fresh fresh =
        context
            .getStore(SPACE)
            .computeIfAbsent(Fresh.class, _ -> new Fresh(server.freshDatabase()), Fresh.class);
    return fresh.database();
  }

  private record Fresh(HikariDataSource database) implements AutoCloseable {
    @Override
    public void close() {
      database.close();
    }
  }

  private record Server(EmbeddedPostgres postgres, AtomicInteger databases)
      implements AutoCloseable {

    static Server start() {
      try {
        return new Server(EmbeddedPostgres.builder().start(), new AtomicInteger());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    HikariDataSource freshDatabase() {
      String name = "sending_" + databases.incrementAndGet();
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(postgres.getJdbcUrl("postgres", name));
      config.setUsername("postgres");
      config.setConnectionInitSql("SET synchronous_commit TO on");
      config.setMaximumPoolSize(8);
      config.setConnectionTimeout(2_000);
      HikariDataSource database = new HikariDataSource(config);
      SendingSchema.migrate(database);
      return database;
    }

    @Override
    public void close() throws IOException {
      postgres.close();
    }
  }
}
