package dev.outreach.benchmarks.harness;

import dev.outreach.sandbox.Sandbox;
import dev.outreach.sandbox.SandboxSettings;
import dev.outreach.schemas.topics.Provisioning;
import dev.outreach.schemas.topics.ProvisioningOptions;
import dev.outreach.schemas.topics.Topics;
import dev.outreach.standalone.embedded.DataFolder;
import dev.outreach.standalone.embedded.EmbeddedBroker;
import dev.outreach.standalone.embedded.LoopbackPort;
import dev.outreach.standalone.embedded.StartFailure;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/**
 * What a sender needs around it: a broker with the topics, a database, and simulated platforms, on
 * free ports and a folder of their own. Close it last.
 *
 * @param folder what they keep; nobody else uses it
 */
public record Servers(
    DataFolder folder, EmbeddedBroker broker, MortalDatabase database, Sandbox sandbox)
    implements AutoCloseable {

  /** The topics of all runs. */
  public static final Topics TOPICS = Topics.with("proof.", 4);

  /** Starts all of them. */
  public static Servers start(Path path, Clock clock)
      throws StartFailure, IOException, InterruptedException {
    DataFolder folder = DataFolder.open(path);
    MortalDatabase database = MortalDatabase.start(folder);
    EmbeddedBroker broker =
        EmbeddedBroker.start(folder, new LoopbackPort(0, "OUTREACH_KAFKA_PORT"));
    provision(broker, TOPICS);
    SandboxSettings platforms = SandboxSettings.in(path.resolve("platforms"), clock);
    return new Servers(folder, broker, database, Sandbox.start(platforms));
  }

  static void provision(EmbeddedBroker broker, Topics topics) {
    Map<String, Object> address =
        Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
    try (Admin admin = Admin.create(address)) {
      new Provisioning(admin, new MockSchemaRegistryClient(), ProvisioningOptions.standard())
          .provision(topics);
    }
  }

  @Override
  public void close() throws IOException {
    sandbox.close();
    broker.close();
    database.close();
    folder.close();
  }
}
