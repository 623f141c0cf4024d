package dev.outreach.sandbox.facebook;

import dev.outreach.sandbox.meta.GraphAccount;
import dev.outreach.sandbox.webhooks.WebhookTarget;
import java.util.List;
import java.util.Optional;

/**
 * How the simulated Facebook is set up.
 *
 * @param pages Pages of ours
 * @param people size of the invented population, 0 or more
 * @param callsPerHour discovery calls in a rolling hour
 * @param sendsPerSecond messages a Page may send in a second
 */
public record FacebookSettings(
    List<GraphAccount> pages,
    int people,
    int callsPerHour,
    int sendsPerSecond,
    Optional<WebhookTarget> webhook) {

  public FacebookSettings {
    pages = List.copyOf(pages);
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("pages is empty; give at least one");
    }
    if (people < 0) {
      throw new IllegalArgumentException("people is " + people + "; give 0 or more");
    }
    if (callsPerHour < 1 || sendsPerSecond < 1) {
      throw new IllegalArgumentException("callsPerHour and sendsPerSecond must be 1 or more");
    }
  }

  /**
   * One Page approved for nothing special, 300 people, Messenger's documented send rate, no
   * webhook.
   */
  public static FacebookSettings defaults() {
    return new FacebookSettings(
        List.of(new GraphAccount("309968765748101", "fb-sandbox-token", false)),
        300,
        20_000,
        300,
        Optional.empty());
  }

  /** The same with HUMAN_AGENT approved for every Page. */
  public FacebookSettings withHumanAgent() {
    return new FacebookSettings(
        pages.stream().map(page -> new GraphAccount(page.id(), page.token(), true)).toList(),
        people,
        callsPerHour,
        sendsPerSecond,
        webhook);
  }

  public FacebookSettings withWebhook(WebhookTarget target) {
    return new FacebookSettings(pages, people, callsPerHour, sendsPerSecond, Optional.of(target));
  }
}
