package dev.outreach.standalone.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code --data-dir}, the same for every command, and where the log goes. */
final class StackOption {

  private static final String LOG_FOLDER = "outreach.log.dir";

  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      description = "Where everything is kept (default: ${DEFAULT-VALUE}).",
      defaultValue = ".outreach",
      scope = ScopeType.INHERIT)
  private Path folder = Path.of(".outreach");

  /** The data folder; from now on the log is written into it. */
  Path folder() {
    Path absolute = folder.toAbsolutePath().normalize();
    if (System.getProperty(LOG_FOLDER) == null) {
      System.setProperty(LOG_FOLDER, absolute.resolve("logs").toString());
    }
    return absolute;
  }
}
