package dev.outreach.standalone.stack;

import dev.outreach.runtime.App;
import dev.outreach.runtime.Health;
import dev.outreach.runtime.Secret;
import dev.outreach.runtime.Settings;
import dev.outreach.sandbox.Sandbox;
import dev.outreach.standalone.embedded.DataFolder;
import dev.outreach.standalone.embedded.EmbeddedInfrastructure;
import dev.outreach.standalone.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Broker, database, registry, sandbox and every app in this process, on one data folder. Closing
 * stops them in the reverse order. Thread-safe after the start.
 */
public final class LocalStack implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LocalStack.class);

  /** Seconds as a rule; after a kill on a busy machine more than one minute was seen. */
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);

  private static final Duration SAY_WHY_EVERY = Duration.ofSeconds(20);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final StackOptions options;
  private final StackListener listener;

  private LocalStack(StackOptions options, StackListener listener) {
    this.options = options;
    this.listener = listener;
  }

  /** A stack that runs. */
  public record Running(
      LocalStack stack,
      Addresses addresses,
      Secret token,
      Settings settings,
      List<App> apps,
      CompletionStage<StartFailure> failure)
      implements AutoCloseable {

    @Override
    public void close() {
      stack.close();
    }
  }

  /**
   * Starts everything and waits until every app is up.
   *
   * @throws StartFailure with one line for the operator; whatever had started is stopped again
   */
  public static Running start(StackOptions options, StackListener listener)
      throws StartFailure, IOException, InterruptedException {
    LocalStack stack = new LocalStack(options.with(options.ports().claimed()), listener);
    try {
      return stack.run();
    } catch (StartFailure | IOException | InterruptedException | RuntimeException failure) {
      stack.close();
      throw failure;
    }
  }

  private Running run() throws StartFailure, IOException, InterruptedException {
    DataFolder folder = opened(DataFolder.open(options.folder()));
    Secret token = AdminToken.of(options.settings(), options.folder());
    EmbeddedInfrastructure infrastructure =
        opened(
            EmbeddedInfrastructure.start(
                folder, options.ports().embedded(), RegistryServer.directory()));
    listener.done("Kafka, PostgreSQL and the schema registry are up");
    Sandbox sandbox = opened(LocalSandbox.start(options));
    listener.done("The sandbox stands in for platforms without credentials");
    Settings settings =
        StackSettings.withSandbox(
            StackSettings.of(options, infrastructure, token), sandbox, options.sandboxOnly());
    Preparation.of(settings).run();
    listener.done("Topics, schemas and tables are in place");
    List<App> apps = opened(new AppCatalogue(settings, options.clock())).all();
    apps.forEach(this::startApp);
    awaitHealthy(apps);
    Addresses addresses = StackSettings.addresses(options, infrastructure, sandbox);
    addresses.write(options.folder());
    opened(() -> Addresses.remove(options.folder()));
    return new Running(this, addresses, token, settings, apps, infrastructure.failure());
  }

  private void startApp(App app) {
    opened(app);
    app.start();
  }

  private void awaitHealthy(List<App> apps) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    long sayWhyAfter = SAY_WHY_EVERY.toNanos();
    while (!apps.stream().allMatch(LocalStack::isSettled)) {
      long waited = System.nanoTime() - begun;
      if (waited > READY_WITHIN.toNanos()) {
        throw new IOException("Not every part came up: " + troubles(apps));
      }
      if (waited > sayWhyAfter) {
        sayWhyAfter += SAY_WHY_EVERY.toNanos();
        listener.done("Waiting, because " + troubles(apps));
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped while the apps come up");
      }
    }
    long up = apps.stream().filter(app -> app.health().isUp()).count();
    listener.done(up + " apps are up");
    if (up < apps.size()) {
      listener.done("Going on although " + troubles(apps));
    }
  }

  /** Up, or one of several ways in that says why it cannot be used. */
  private static boolean isSettled(App app) {
    return app.health().isUp()
        || (AppCatalogue.isDispensable(app) && app.health() instanceof Health.Down);
  }

  private static String troubles(List<App> apps) {
    Map<String, Health> troubles =
        apps.stream()
            .filter(app -> !app.health().isUp())
            .collect(Collectors.toMap(App::name, App::health));
    return troubles.entrySet().stream()
        .map(trouble -> trouble.getKey() + " is " + trouble.getValue().text())
        .collect(Collectors.joining("; "));
  }

  private synchronized <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception failure) {
        log.warn("{} was not stopped in order", part.getClass().getSimpleName(), failure);
      }
    }
  }

  /** Where the folder of this stack is. */
  public Path folder() {
    return options.folder();
  }
}
