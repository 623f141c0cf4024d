package dev.outreach.standalone.command;

import dev.outreach.runtime.Settings;
import java.io.IOException;
import java.nio.file.Path;

/** Where the log, the registry and the database of an Outreach are. */
final class Deployment {

  private static final String DATABASE = "OUTREACH_DATABASE_URL";

  private Deployment() {}

  /**
   * The settings completed by where an Outreach of this machine listens; where the environment
   * names a database, everything is as the environment says.
   *
   * @throws NotRunning where neither is known
   */
  static Settings of(Settings settings, Path folder) throws IOException, NotRunning {
    if (settings.optionalText(DATABASE).isPresent()) {
      return settings;
    }
    return RunningOutreach.in(folder).complete(settings);
  }
}
