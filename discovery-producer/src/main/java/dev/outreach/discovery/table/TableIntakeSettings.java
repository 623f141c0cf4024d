package dev.outreach.discovery.table;

import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Secret;
import dev.outreach.runtime.Settings;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the table is.
 *
 * @param url a {@code jdbc:postgresql:} address
 * @param user a role that owns the table and has the right REPLICATION
 * @param password empty where the server asks for none
 * @param heartbeat how often the slot moves on while nobody inserts, 100 ms to 1 h
 */
public record TableIntakeSettings(
    String url, String user, Optional<Secret> password, Duration heartbeat) {

  private static final String URL = "OUTREACH_DATABASE_URL";
  private static final String HEARTBEAT = "OUTREACH_TABLE_INTAKE_HEARTBEAT";
  private static final Duration SHORTEST_HEARTBEAT = Duration.ofMillis(100);
  private static final Duration LONGEST_HEARTBEAT = Duration.ofHours(1);

  public TableIntakeSettings {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new InvalidSetting(URL, "is no PostgreSQL address: begin with jdbc:postgresql://");
    }
    if (heartbeat.compareTo(SHORTEST_HEARTBEAT) < 0 || heartbeat.compareTo(LONGEST_HEARTBEAT) > 0) {
      throw new InvalidSetting(HEARTBEAT, "is " + heartbeat + ": use 100 ms (PT0.1S) to 1h");
    }
  }

  /**
   * Reads {@code OUTREACH_DATABASE_URL}, {@code …_USER}, {@code …_PASSWORD} and {@code
   * OUTREACH_TABLE_INTAKE_HEARTBEAT}.
   */
  public static TableIntakeSettings of(Settings settings) {
    return new TableIntakeSettings(
        settings.text(URL, "jdbc:postgresql://127.0.0.1:5433/outreach"),
        settings.text("OUTREACH_DATABASE_USER", "outreach"),
        settings.secret("OUTREACH_DATABASE_PASSWORD"),
        settings.duration(HEARTBEAT, Duration.ofSeconds(30)));
  }
}
