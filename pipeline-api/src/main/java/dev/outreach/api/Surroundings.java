package dev.outreach.api;

import dev.outreach.platforms.Conversations;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.Webhook;
import dev.outreach.runtime.Health;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * What pipeline-api is given by the process it runs in.
 *
 * @param readModel the database of the read model; give up on a connection within two seconds
 * @param clock the time
 * @param ids makes a new id with each call
 * @param meters what {@code /metrics} shows
 * @param parts every app of this process and how it is doing, for {@code /health/ready}
 * @param webhooks by the name in their address, such as {@code instagram}; others answer 404
 * @param conversations by the name of their webhook; read for what it did not tell
 * @param searchables how each platform can be searched
 */
public record Surroundings(
    DataSource readModel,
    Clock clock,
    Supplier<UUID> ids,
    PrometheusMeterRegistry meters,
    Supplier<Map<String, Health>> parts,
    Map<String, Webhook> webhooks,
    Map<String, Conversations> conversations,
    Map<Platform, Searchable> searchables) {

  public Surroundings {
    webhooks = Map.copyOf(webhooks);
    conversations = Map.copyOf(conversations);
    searchables = Map.copyOf(searchables);
  }
}
