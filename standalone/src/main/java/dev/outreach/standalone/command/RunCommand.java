package dev.outreach.standalone.command;

import dev.outreach.runtime.App;
import dev.outreach.runtime.Settings;
import dev.outreach.standalone.stack.AppCatalogue;
import dev.outreach.standalone.stack.HealthEndpoint;
import dev.outreach.standalone.stack.Preparation;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one app against a broker, a registry and a database of the operator's. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs one app in this process, against the Kafka, registry and PostgreSQL of the environment:",
      "OUTREACH_KAFKA_BOOTSTRAP, OUTREACH_REGISTRY_URL, OUTREACH_DATABASE_URL, …_USER, …_PASSWORD.",
      "Health is at OUTREACH_HTTP_PORT: /health/live, /health/ready, /metrics."
    },
    footer = {
      "",
      "Example:",
      "  OUTREACH_KAFKA_BOOTSTRAP=broker:9092 OUTREACH_HTTP_PORT=8071 outreach run drafting-processor"
    })
@SuppressWarnings("FieldCanBeFinal") // picocli sets options and parameters
final class RunCommand implements Callable<Integer> {

  private final Settings settings;
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "APP",
      description =
          "discovery-producer, table-intake, profile-processor, drafting-processor, sending-consumer, status-projector or pipeline-api.")
  private String name = "";

  RunCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Output.of(spec);
    Preparation.of(settings).run();
    try (AppCatalogue catalogue = new AppCatalogue(settings, Clock.systemUTC());
        App app = catalogue.named(name);
        HealthEndpoint health = HealthEndpoint.besides(app, catalogue.meters(), settings)) {
      app.start();
      out.println(name + " runs; health is at " + health.address());
      new CountDownLatch(1).await();
      return 0;
    }
  }
}
