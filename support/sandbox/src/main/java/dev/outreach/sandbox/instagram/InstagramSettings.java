package dev.outreach.sandbox.instagram;

import dev.outreach.sandbox.meta.GraphAccount;
import dev.outreach.sandbox.webhooks.WebhookTarget;
import java.util.List;
import java.util.Optional;

/**
 * How the simulated Instagram is set up.
 *
 * @param people size of the invented population, 0 or more
 * @param callsPerHour discovery calls an account may make in a rolling hour
 * @param sendsPerSecond messages an account may send in a second
 */
public record InstagramSettings(
    List<GraphAccount> accounts,
    int people,
    int callsPerHour,
    int sendsPerSecond,
    Optional<WebhookTarget> webhook) {

  public InstagramSettings {
    accounts = List.copyOf(accounts);
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException("accounts is empty; give at least one");
    }
    if (people < 0) {
      throw new IllegalArgumentException("people is " + people + "; give 0 or more");
    }
    if (callsPerHour < 1 || sendsPerSecond < 1) {
      throw new IllegalArgumentException("callsPerHour and sendsPerSecond must be 1 or more");
    }
  }

  /** One account, 400 people, Instagram's documented send rate, no webhook. */
  public static InstagramSettings defaults() {
    return new InstagramSettings(
        List.of(new GraphAccount("17841405309211844", "ig-sandbox-token", false)),
        400,
        20_000,
        100,
        Optional.empty());
  }

  public InstagramSettings withWebhook(WebhookTarget target) {
    return new InstagramSettings(
        accounts, people, callsPerHour, sendsPerSecond, Optional.of(target));
  }

  public InstagramSettings withRates(int newCallsPerHour, int newSendsPerSecond) {
    return new InstagramSettings(accounts, people, newCallsPerHour, newSendsPerSecond, webhook);
  }
}
