package dev.outreach.sending;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.runtime.Secret;

/** Opens the connections to the ledger. */
final class DatabasePool {

  private static final int CONNECTIONS = 8;

  /** The write mark is a proof only once it is on disk, whatever the server's own default is. */
  private static final String DURABLE = "SET synchronous_commit TO on;";

  /**
   * Every statement has an index that fits. What the planner knows of a queue is wrong as soon as
   * the queue fills or empties, and only plain index scans clear away what has left the queue.
   */
  private static final String BY_INDEX = "SET enable_seqscan TO off; SET enable_bitmapscan TO off";

  private DatabasePool() {}

  static HikariDataSource open(SendingSettings.DatabaseAddress address) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("send-ledger");
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password().map(Secret::value).orElse(null));
    config.setConnectionInitSql(DURABLE + BY_INDEX);
    // Else a first connection that breaks while it is set up leaves the pool without a level for
    // good.
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setInitializationFailTimeout(-1); // an absent server is waited for
    config.setConnectionTimeout(SendingSettings.databasePatience().toMillis());
    return new HikariDataSource(config);
  }
}
