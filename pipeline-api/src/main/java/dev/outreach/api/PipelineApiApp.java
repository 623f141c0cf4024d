package dev.outreach.api;

import dev.outreach.api.commands.CommandDesk;
import dev.outreach.api.http.QueryFields;
import dev.outreach.api.inbox.Arrivals;
import dev.outreach.api.inbox.Inbox;
import dev.outreach.api.status.PastStatus;
import dev.outreach.api.webhooks.WebhookDesk;
import dev.outreach.platforms.Webhook;
import dev.outreach.readmodel.MessageList;
import dev.outreach.readmodel.PipelineStatusQuery;
import dev.outreach.readmodel.ProfileList;
import dev.outreach.readmodel.ReadModelChanges;
import dev.outreach.runtime.App;
import dev.outreach.runtime.Health;
import dev.outreach.schemas.topics.Topics;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The HTTP door of the pipeline, with everything it is made of. */
public final class PipelineApiApp implements App {

  private final ApiConfig config;
  private final CommandDesk desk;
  private final ReadModelChanges changes;
  private final ReadModelProbe probe;
  private final StatusEndpoints status;
  private final Inbox inbox;
  private final List<Route> routes;
  private final ApiServer server;

  /**
   * An app that is not started yet.
   *
   * @param events where commands go and their results come from
   * @param surroundings what the process gives
   */
  public PipelineApiApp(ApiConfig config, CommandDesk.Events events, Surroundings surroundings) {
    PipelineStatusQuery statusQuery = new PipelineStatusQuery(surroundings.readModel());
    this.config = config;
    this.desk = new CommandDesk(events, config.patience(), surroundings.meters());
    this.status =
        new StatusEndpoints(statusQuery, past(events, surroundings), surroundings.clock());
    this.changes = new ReadModelChanges(surroundings.readModel(), status.feed());
    this.probe = new ReadModelProbe(surroundings.readModel());
    this.inbox = inbox(desk, surroundings, config);
    surroundings
        .conversations()
        .forEach(
            (channel, conversations) ->
                Optional.ofNullable(surroundings.webhooks().get(channel))
                    .ifPresent(webhook -> inbox.read(channel, arrivals(webhook), conversations)));
    this.routes = routes(surroundings, new StageGate(statusQuery));
    this.server = new ApiServer(config, routes, surroundings.meters());
  }

  /** Every route there is. */
  List<Route> routes() {
    return routes;
  }

  private List<Route> routes(Surroundings surroundings, StageGate gate) {
    CommandFactory commands = new CommandFactory(surroundings.clock(), surroundings.ids());
    CommandAnswers answers = new CommandAnswers(desk);
    ProfileList profiles = new ProfileList(surroundings.readModel());
    MessageList messages = new MessageList(surroundings.readModel());
    return Stream.of(
            status.routes(),
            new DiscoverEndpoint(
                    new DiscoverEndpoint.Parts(
                        new SearchDoor(surroundings.searchables()),
                        inbox.requestKeys(),
                        desk,
                        commands,
                        surroundings.clock()))
                .routes(),
            new StageEndpoints(gate, profiles, inbox.requestKeys(), commands, answers).routes(),
            new MessageEndpoints(messages, commands, answers).routes(),
            new ProfileEndpoints(profiles, commands, answers).routes(),
            new ListEndpoints(surroundings.readModel()).routes(),
            new LinkEndpoint(surroundings.readModel()).routes(),
            new JobEndpoints(surroundings.readModel(), desk, commands, surroundings.clock())
                .routes(),
            new SendingEndpoints(surroundings.readModel(), surroundings.clock()).routes(),
            new PolicyEndpoints(surroundings.readModel(), desk, commands, surroundings.clock())
                .routes(),
            new SuppressionEndpoints(surroundings.readModel(), desk, surroundings.clock()).routes(),
            new WebhookEndpoints(webhookDesks(surroundings)).routes(),
            new InboxEndpoints(inbox.waiting(), profiles).routes(),
            new UnreadableEndpoints(inbox.unreadable()).routes(),
            new OperationEndpoints(surroundings.meters(), surroundings.parts()).routes(),
            new DashboardEndpoints(config.websites()).routes())
        .flatMap(List::stream)
        .toList();
  }

  private static Inbox inbox(CommandDesk desk, Surroundings surroundings, ApiConfig config) {
    Map<String, Webhook> webhooks = surroundings.webhooks();
    return new Inbox(
        new Inbox.Parts(
            surroundings.readModel(),
            origin ->
                Optional.ofNullable(webhooks.get(origin.platform()))
                    .flatMap(webhook -> webhook.usernameOf(origin.address())),
            desk::submit,
            surroundings.meters(),
            surroundings.clock()),
        config.inbox());
  }

  private static PastAnswers past(CommandDesk.Events events, Surroundings surroundings) {
    return new PastAnswers(
        new PastStatus(
            events.topics().profileEvents(),
            events.serdes(),
            events.consumers(),
            surroundings.readModel()));
  }

  private Map<String, WebhookDesk> webhookDesks(Surroundings surroundings) {
    Map<String, WebhookDesk> desks = new HashMap<>();
    surroundings
        .webhooks()
        .forEach(
            (platform, webhook) ->
                desks.put(
                    platform,
                    new WebhookDesk(webhook, arrivals(webhook), inbox, surroundings.meters())));
    return desks;
  }

  private static Arrivals arrivals(Webhook webhook) {
    String platform = webhook.platform().name().toLowerCase(Locale.ROOT);
    return new Arrivals(QueryFields.DEFAULT_WORKSPACE, platform, webhook.replyWindow());
  }

  @Override
  public String name() {
    return Topics.PIPELINE_API;
  }

  @Override
  public void start() {
    desk.start();
    changes.start();
    probe.start();
    inbox.start();
    server.start();
  }

  /** Where it listens; only after {@link #start}. */
  public URI address() {
    return URI.create("http://" + config.host() + ":" + server.port());
  }

  @Override
  public Health health() {
    Health readModel = probe.health();
    return Stream.of(readModel, desk.health(), inbox.health())
        .filter(part -> !part.isUp())
        .findFirst()
        .orElseGet(Health.Up::new);
  }

  @Override
  public void close() {
    status.feed().close();
    server.close();
    inbox.close();
    probe.close();
    changes.close();
    desk.close();
  }
}
