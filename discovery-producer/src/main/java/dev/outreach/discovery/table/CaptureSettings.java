package dev.outreach.discovery.table;

import dev.outreach.runtime.Secret;
import io.debezium.connector.postgresql.PostgresConnector;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** The settings of the engine, each with its reason where it is not the usual one. */
final class CaptureSettings {

  private static final String NAME = "social-discovery-requests";

  private CaptureSettings() {}

  /**
   * Settings to go on from a place.
   *
   * @param schema where the table is
   * @param place empty to begin where the slot begins
   */
  static Properties of(TableIntakeSettings table, String schema, Optional<WalPlace> place) {
    Properties settings = address(table);
    settings.setProperty("name", NAME);
    settings.setProperty("topic.prefix", NAME);
    settings.setProperty("connector.class", PostgresConnector.class.getName());
    settings.setProperty("plugin.name", "pgoutput");
    settings.setProperty("slot.name", CaptureSlot.NAME);
    // The slot and the publication are ours: an engine that made them anew would skip rows.
    settings.setProperty("publication.name", RequestRow.TABLE);
    settings.setProperty("publication.autocreate.mode", "disabled");
    settings.setProperty("snapshot.mode", "no_data");
    settings.setProperty("table.include.list", schema + "\\." + RequestRow.TABLE);
    settings.setProperty("tombstones.on.delete", "false");
    // A killed predecessor's connection may linger for a moment.
    settings.setProperty("slot.max.retries", "20");
    settings.setProperty("slot.retry.delay.ms", "500");
    settings.setProperty("status.update.interval.ms", "2000");
    // Rows wait as long for a batch to fill. Debezium spins through the last millisecond of each
    // wait: at 10 ms that was a tenth of a processor while nothing happened.
    settings.setProperty("poll.interval.ms", "100");
    heartbeat(settings, table);
    offsets(settings, place);
    return settings;
  }

  private static void heartbeat(Properties settings, TableIntakeSettings table) {
    settings.setProperty("heartbeat.interval.ms", Long.toString(table.heartbeat().toMillis()));
    settings.setProperty(
        "heartbeat.action.query",
        "UPDATE social_discovery_capture SET beat_at = now() WHERE slot_name = '%s'"
            .formatted(CaptureSlot.NAME));
  }

  private static void offsets(Properties settings, Optional<WalPlace> place) {
    settings.setProperty("offset.storage", RememberedPlace.class.getName());
    settings.setProperty("offset.flush.interval.ms", "0");
    place.ifPresent(known -> settings.setProperty(RememberedPlace.SETTING, known.text()));
    // Failures end the engine: whoever started it looks at the slot before it tries again.
    settings.setProperty("errors.max.retries", "0");
  }

  private static Properties address(TableIntakeSettings table) {
    Properties parsed = Driver.parseURL(table.url(), new Properties());
    if (parsed == null) {
      throw new IllegalArgumentException(
          "OUTREACH_DATABASE_URL is not understood: write jdbc:postgresql://host:port/database");
    }
    Properties settings = new Properties();
    settings.setProperty("database.hostname", PGProperty.PG_HOST.getOrDefault(parsed));
    settings.setProperty("database.port", PGProperty.PG_PORT.getOrDefault(parsed));
    settings.setProperty("database.dbname", PGProperty.PG_DBNAME.getOrDefault(parsed));
    settings.setProperty("database.user", table.user());
    settings.setProperty("database.password", table.password().map(Secret::value).orElse(""));
    String ssl = PGProperty.SSL_MODE.getOrDefault(parsed);
    if (ssl != null) {
      settings.setProperty("database.sslmode", ssl);
    }
    return settings;
  }
}
