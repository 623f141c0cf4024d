package dev.outreach.standalone.stack;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.api.ApiConfig;
import dev.outreach.api.PipelineApiApp;
import dev.outreach.api.Surroundings;
import dev.outreach.api.commands.CommandDesk;
import dev.outreach.discovery.DiscoveryParts;
import dev.outreach.discovery.DiscoveryProducerApp;
import dev.outreach.discovery.quota.QuotaLedger;
import dev.outreach.discovery.table.TableIntakeApp;
import dev.outreach.discovery.table.TableIntakeParts;
import dev.outreach.discovery.table.TableIntakeSettings;
import dev.outreach.drafting.DraftingProcessorApp;
import dev.outreach.drafting.DraftingSettings;
import dev.outreach.platforms.connected.ConnectedPlatforms;
import dev.outreach.profile.ProfileProcessorApp;
import dev.outreach.profile.ProfileSettings;
import dev.outreach.projector.ProjectorConfig;
import dev.outreach.projector.StatusProjectorApp;
import dev.outreach.runtime.App;
import dev.outreach.runtime.Health;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topics;
import dev.outreach.sending.SendingConsumerApp;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Every app by its name, made from the settings of this process, with what they share: connections,
 * serdes, platforms, figures. Close it after the apps.
 */
public final class AppCatalogue implements AutoCloseable {

  private static final int CONNECTIONS = 12;

  private final Settings settings;
  private final Clock clock;
  private final KafkaSettings kafka;
  private final Topics topics;
  private final EventSerdes serdes;
  private final ConnectedPlatforms platforms;
  private final HikariDataSource database;
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final List<App> made = new CopyOnWriteArrayList<>();

  /** A catalogue whose apps see the given time. */
  public AppCatalogue(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.kafka = KafkaSettings.of(settings);
    this.topics = TopicSettings.of(settings);
    this.serdes = EventSerdes.of(Databases.registryUrl(settings));
    this.database = Databases.open(settings, "apps", CONNECTIONS);
    this.platforms =
        ConnectedPlatforms.of(settings::optionalText, clock, new QuotaLedger(database, clock));
  }

  /** The names of all apps, in the order data flows. */
  public static List<String> names() {
    return List.of(
        Topics.DISCOVERY_PRODUCER,
        TableIntakeApp.NAME,
        Topics.PROFILE_PROCESSOR,
        Topics.DRAFTING_PROCESSOR,
        Topics.SENDING_CONSUMER,
        Topics.STATUS_PROJECTOR,
        Topics.PIPELINE_API);
  }

  /** All apps, none started. */
  public List<App> all() {
    List<App> apps = new ArrayList<>();
    names().forEach(name -> apps.add(named(name)));
    return List.copyOf(apps);
  }

  /**
   * One app, not started.
   *
   * @throws IllegalArgumentException where there is none of that name
   */
  public App named(String name) {
    App app =
        switch (name) {
          case Topics.DISCOVERY_PRODUCER -> discoveryProducer();
          case TableIntakeApp.NAME ->
              new TableIntakeApp(
                  new TableIntakeParts(TableIntakeSettings.of(settings), kafka, topics, serdes),
                  meters);
          case Topics.PROFILE_PROCESSOR ->
              new ProfileProcessorApp(ProfileSettings.of(settings), kafka, topics, serdes);
          case Topics.DRAFTING_PROCESSOR ->
              new DraftingProcessorApp(
                  DraftingSettings.of(settings),
                  new DraftingProcessorApp.Surroundings(kafka, serdes, topics, clock, meters));
          case Topics.SENDING_CONSUMER ->
              new SendingConsumerApp(settings, topics, serdes, meters, clock);
          case Topics.STATUS_PROJECTOR ->
              new StatusProjectorApp(ProjectorConfig.of(settings, topics), database, clock, meters);
          case Topics.PIPELINE_API -> pipelineApi();
          default ->
              throw new IllegalArgumentException(
                  name + " is no app: use one of " + String.join(", ", names()));
        };
    made.add(app);
    return app;
  }

  /** Whether everything else can work while this app refuses to: it is one of several ways in. */
  static boolean isDispensable(App app) {
    return app.name().equals(TableIntakeApp.NAME);
  }

  /** The figures of this process. */
  public PrometheusMeterRegistry meters() {
    return meters;
  }

  private App discoveryProducer() {
    return new DiscoveryProducerApp(
        new DiscoveryParts(
            kafka,
            topics,
            serdes,
            PlatformWiring.accesses(platforms),
            meters,
            clock,
            UUID.randomUUID().toString()));
  }

  private App pipelineApi() {
    return new PipelineApiApp(
        ApiConfig.of(settings),
        CommandDesk.Events.of(kafka, topics, serdes),
        new Surroundings(
            database,
            clock,
            UUID::randomUUID,
            meters,
            this::healths,
            PlatformWiring.webhooks(platforms),
            PlatformWiring.conversations(platforms),
            PlatformWiring.searchables(platforms)));
  }

  private Map<String, Health> healths() {
    Map<String, Health> healths = new LinkedHashMap<>();
    made.forEach(app -> healths.put(app.name(), app.health()));
    return healths;
  }

  @Override
  public void close() {
    platforms.close();
    database.close();
  }
}
