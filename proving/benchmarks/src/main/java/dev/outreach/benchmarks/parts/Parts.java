package dev.outreach.benchmarks.parts;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.benchmarks.harness.ChildProcess;
import dev.outreach.benchmarks.harness.LocalSchemas;
import dev.outreach.benchmarks.harness.Store;
import dev.outreach.profile.ProfileProcessorApp;
import dev.outreach.profile.ProfileSettings;
import dev.outreach.projector.ProjectorConfig;
import dev.outreach.projector.StatusProjectorApp;
import dev.outreach.runtime.App;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The product's own apps, set up by settings as any operator would write them. */
final class Parts {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private Parts() {}

  static void profileProcessor(Settings settings, InputStream input, PrintStream output)
      throws IOException {
    Topics topics = topics(settings);
    try (App app =
        new ProfileProcessorApp(
            ProfileSettings.of(settings),
            KafkaSettings.of(settings),
            topics,
            LocalSchemas.serdes(topics))) {
      attend(app, input, output);
    }
  }

  static void statusProjector(Settings settings, Clock clock, InputStream input, PrintStream output)
      throws IOException {
    Topics topics = topics(settings);
    try (HikariDataSource connections = connections(settings);
        App app =
            new StatusProjectorApp(
                ProjectorConfig.of(settings, topics),
                new StatusProjectorApp.Surroundings(
                    connections, LocalSchemas.serdes(topics), clock, new SimpleMeterRegistry()))) {
      attend(app, input, output);
    }
  }

  static Topics topics(Settings settings) {
    return Store.topics(settings.integer("OUTREACH_PROOF_PARTITIONS", 12, 1, 1_000));
  }

  static HikariDataSource connections(Settings settings) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.text("OUTREACH_DATABASE_URL", ""));
    config.setUsername(settings.text("OUTREACH_DATABASE_USER", ""));
    // Else a first connection that breaks while it is set up leaves the pool without a level for
    // good.
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setMaximumPoolSize(6);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  static void attend(App app, InputStream input, PrintStream output) throws IOException {
    app.start();
    while (!app.health().isUp()) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    attend(input, output);
  }

  static void attend(InputStream input, PrintStream output) throws IOException {
    output.println(ChildProcess.READY);
    input.transferTo(OutputStream.nullOutputStream());
  }
}
