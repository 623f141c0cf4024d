package dev.outreach.standalone.embedded;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command line of the schema registry.
 *
 * @param server the directory the Apicurio distribution was unpacked into
 * @param data the directory the registry keeps its schemas in
 * @param port the port of 127.0.0.1 it listens on
 */
record RegistryCommand(Path server, Path data, int port) {

  /** A text that only the command line of the registry on this data holds. */
  String mark() {
    return "-Doutreach.registry=" + data;
  }

  List<String> words() {
    return Stream.of(shieldedFromTerminal(), java(), serverSettings(), entry())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Ctrl-C and a closed terminal reach the whole process group; the registry ends after the apps
   * that use it.
   */
  private static List<String> shieldedFromTerminal() {
    return List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");
  }

  private List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        mark(),
        "-Xmx384m",
        // The cheapest way to start: it serves a few requests a minute.
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "--add-opens=java.base/java.lang=ALL-UNNAMED");
  }

  private List<String> serverSettings() {
    return List.of(
        "-Dquarkus.http.host=" + LoopbackPort.HOST,
        "-Dquarkus.http.port=" + port,
        "-Dquarkus.http.access-log.enabled=false",
        "-Dquarkus.management.host=" + LoopbackPort.HOST,
        "-Dquarkus.management.port=0",
        "-Dquarkus.log.level=WARN",
        "-Dquarkus.log.category.\"io.apicurio\".level=WARN",
        // Without a delay, what was acknowledged is on disk, and killing the process loses nothing.
        "-Dapicurio.datasource.url=jdbc:h2:file:" + data.resolve("schemas") + ";WRITE_DELAY=0",
        "-Dapicurio.datasource.jdbc.initial-size=1",
        "-Dapicurio.datasource.jdbc.min-size=1",
        "-Dapicurio.datasource.jdbc.max-size=10");
  }

  private List<String> entry() {
    return List.of(
        "-cp",
        server.resolve("quarkus-run.jar") + System.getProperty("path.separator") + ownClasses(),
        RegistryProcess.class.getName());
  }

  private static Path ownClasses() {
    try {
      return Path.of(
          RegistryProcess.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
