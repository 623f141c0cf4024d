package dev.outreach.sending;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.runtime.Secret;

/** Opens the connections to the ledger. */
final class DatabasePool {

  private static final int CONNECTIONS = 8;

  private DatabasePool() {}

  static HikariDataSource open(SendingSettings.DatabaseAddress address) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("send-ledger");
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password().map(Secret::value).orElse(null));
    // The write mark is a proof only once it is on disk, whatever the server's own default is.
    config.setConnectionInitSql("SET synchronous_commit TO on");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setInitializationFailTimeout(-1); // an absent server is waited for
    config.setConnectionTimeout(SendingSettings.databasePatience().toMillis());
    return new HikariDataSource(config);
  }
}
