package dev.outreach.standalone.stack;

import java.nio.file.Path;

/** Where the build has put the schema registry. */
final class RegistryServer {

  private RegistryServer() {}

  /** The folder with {@code quarkus-run.jar}; the launcher says where the built product is. */
  static Path directory() {
    return Path.of(System.getProperty("outreach.app", "standalone/target/app"), "registry")
        .toAbsolutePath();
  }
}
