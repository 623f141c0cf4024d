package dev.outreach.sandbox;

import dev.outreach.sandbox.conversations.SocialSimulator;
import dev.outreach.sandbox.conversations.World;
import dev.outreach.sandbox.facebook.FacebookSimulator;
import dev.outreach.sandbox.faults.FaultPlan;
import dev.outreach.sandbox.gemini.GeminiSimulator;
import dev.outreach.sandbox.instagram.InstagramSimulator;
import dev.outreach.sandbox.ledger.Ledger;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.ledger.RequestLog;
import dev.outreach.sandbox.linkedin.LinkedInSimulator;
import dev.outreach.sandbox.tiktok.TikTokSimulator;
import dev.outreach.sandbox.unipile.UnipileSimulator;
import dev.outreach.sandbox.webhooks.WebhookPoster;
import dev.outreach.sandbox.webhooks.WebhookTarget;
import dev.outreach.sandbox.wire.Simulator;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A running sandbox: the simulated services under their names, such as {@code /instagram}, the
 * administration under {@code /sandbox}. What a platform accepted is on disk before it answers, so
 * killing the process loses none of it.
 */
public final class Sandbox implements AutoCloseable {

  private static final String LEDGER_FILE = "sandbox-ledger.ndjson";
  private static final int REQUESTS_KEPT = 10_000;

  private final Ledger ledger;
  private final List<SocialSimulator> platforms;
  private final Javalin server;

  private Sandbox(Ledger ledger, List<SocialSimulator> platforms, Javalin server) {
    this.ledger = ledger;
    this.platforms = platforms;
    this.server = server;
  }

  /**
   * Opens the ledger, continues where it left off and listens.
   *
   * @throws IOException if the ledger cannot be opened or holds something else
   */
  public static Sandbox start(SandboxSettings settings) throws IOException {
    Files.createDirectories(settings.folder());
    Ledger ledger = Ledger.open(settings.folder().resolve(LEDGER_FILE));
    Instant epoch = epoch(ledger, settings.clock());
    TikTokSimulator tiktok =
        new TikTokSimulator(
            settings.tiktok(), world(settings, ledger, epoch, settings.tiktok().webhook()));
    List<SocialSimulator> platforms =
        List.of(
            new InstagramSimulator(
                settings.instagram(),
                world(settings, ledger, epoch, settings.instagram().webhook())),
            new FacebookSimulator(
                settings.facebook(), world(settings, ledger, epoch, settings.facebook().webhook())),
            tiktok,
            new LinkedInSimulator(
                settings.linkedin(), world(settings, ledger, epoch, Optional.empty())),
            new UnipileSimulator(
                settings.unipile(), world(settings, ledger, epoch, settings.unipile().webhook())));
    FaultPlan faults = new FaultPlan(new SplittableRandom(settings.seed()));
    RequestLog requests = new RequestLog(REQUESTS_KEPT);
    AdminRoutes admin = new AdminRoutes(ledger, requests, faults, platforms);
    List<Simulator> simulators = new ArrayList<>(platforms);
    simulators.add(tiktok.research());
    simulators.add(new GeminiSimulator(settings.gemini()));
    Gateway gateway = new Gateway(simulators, faults, requests, settings.clock());
    Javalin server =
        Javalin.create(config -> configure(config, gateway, admin))
            .start("127.0.0.1", settings.port());
    platforms.forEach(SocialSimulator::resumeWebhooks);
    return new Sandbox(ledger, platforms, server);
  }

  public int port() {
    return server.port();
  }

  /** Where it listens, without a trailing slash. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /**
   * Base address of a simulated platform: the path prefix is its name, for example {@code
   * instagram}.
   */
  public URI platformUri(String platform) {
    return URI.create(uri() + "/" + platform);
  }

  @Override
  public void close() throws IOException {
    server.stop();
    platforms.forEach(platform -> platform.poster().close());
    ledger.close();
  }

  private static World world(
      SandboxSettings settings, Ledger ledger, Instant epoch, Optional<WebhookTarget> webhook) {
    WebhookPoster poster =
        new WebhookPoster(
            webhook, messageId -> ledger.append(new LedgerEntry.WebhookDelivered(messageId)));
    return new World(settings.seed(), settings.clock(), epoch, ledger, poster);
  }

  private static Instant epoch(Ledger ledger, Clock clock) {
    if (ledger.size() == 0) {
      ledger.appendDurably(new LedgerEntry.Opened(clock.millis()));
    }
    return ledger.after(0).stream()
        .map(recorded -> recorded.entry())
        .filter(LedgerEntry.Opened.class::isInstance)
        .map(entry -> Instant.ofEpochMilli(((LedgerEntry.Opened) entry).at()))
        .findFirst()
        .orElseGet(clock::instant);
  }

  private static void configure(JavalinConfig config, Gateway gateway, AdminRoutes admin) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    gateway.addTo(config.routes);
    admin.addTo(config.routes);
  }
}
