package dev.outreach.standalone.stack;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.readmodel.ReadModelMigration;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Provisioning;
import dev.outreach.schemas.topics.ProvisioningOptions;
import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;

/**
 * What must be there before any app starts: topics, schemas and tables. Doing it again, or from
 * several processes at once, does no harm.
 */
public final class Preparation {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Settings settings;

  private Preparation(Settings settings) {
    this.settings = settings;
  }

  /** Preparation with the addresses of these settings. */
  public static Preparation of(Settings settings) {
    return new Preparation(settings);
  }

  /**
   * Makes what is missing.
   *
   * @throws dev.outreach.schemas.topics.ProvisioningFailure where what is there does not fit
   */
  public void run() {
    KafkaSettings kafka = KafkaSettings.of(settings);
    try (Admin admin = Admin.create(kafka.admin());
        HikariDataSource database = Databases.open(settings, "preparation", 4)) {
      new Provisioning(
              admin,
              EventSerdes.of(Databases.registryUrl(settings)).registry(),
              new ProvisioningOptions(kafka.replication(), PATIENCE))
          .provision(TopicSettings.of(settings));
      ReadModelMigration.migrate(database);
    }
  }
}
