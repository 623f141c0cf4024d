package dev.outreach.standalone.stack;

import dev.outreach.runtime.Secret;
import dev.outreach.runtime.Settings;
import dev.outreach.sandbox.Sandbox;
import dev.outreach.schemas.topics.Topics;
import dev.outreach.standalone.embedded.EmbeddedInfrastructure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The settings every app of a stack gets: the operator's own, completed by where the embedded
 * servers listen, and by the sandbox for each platform without credentials.
 */
final class StackSettings {

  private StackSettings() {}

  static Settings of(StackOptions options, EmbeddedInfrastructure servers, Secret token)
      throws IOException {
    return options
        .settings()
        .with("OUTREACH_KAFKA_BOOTSTRAP", servers.broker().bootstrapServers())
        .with("OUTREACH_REGISTRY_URL", servers.registry().url())
        .with("OUTREACH_DATABASE_URL", servers.database().jdbcUrl())
        .with("OUTREACH_DATABASE_USER", servers.database().username())
        .with("OUTREACH_HTTP_PORT", Integer.toString(options.ports().http()))
        // One process, one clock: where it is moved, as in the demo, all must follow.
        .with("OUTREACH_SENDING_CLOCK", "process")
        .with("OUTREACH_ADMIN_TOKEN", token.value())
        .with("OUTREACH_INSTALLATION", Installation.of(options.folder()))
        .with("OUTREACH_STATE_DIR", options.folder().resolve("state").toString());
  }

  /** The sandbox stands in where the operator has no credentials, and always where it is a demo. */
  static Settings withSandbox(Settings settings, Sandbox sandbox, boolean sandboxOnly) {
    Settings complete = settings;
    for (SandboxCredentials credentials : standIns(settings, sandbox, sandboxOnly)) {
      for (Map.Entry<String, String> entry : credentials.settings().entrySet()) {
        complete = complete.with(entry.getKey(), entry.getValue());
      }
    }
    return complete;
  }

  private static List<SandboxCredentials> standIns(
      Settings settings, Sandbox sandbox, boolean sandboxOnly) {
    return SandboxCredentials.all(sandbox).stream()
        .filter(service -> sandboxOnly || settings.secret(service.key()).isEmpty())
        .toList();
  }

  static Addresses addresses(
      StackOptions options, EmbeddedInfrastructure servers, Sandbox sandbox) {
    Topics topics = TopicSettings.of(options.settings());
    return new Addresses(
        ProcessHandle.current().pid(),
        "http://127.0.0.1:" + options.ports().http(),
        servers.broker().bootstrapServers(),
        servers.registry().url(),
        servers.database().jdbcUrl(),
        servers.database().username(),
        sandbox.uri().toString(),
        topics.prefix(),
        topics.profileEvents().partitions(),
        standIns(options.settings(), sandbox, options.sandboxOnly()).stream()
            .map(SandboxCredentials::service)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Where the folder of the sandbox's ledger is. */
  static Path sandboxFolder(Path folder) {
    return folder.resolve("sandbox");
  }
}
