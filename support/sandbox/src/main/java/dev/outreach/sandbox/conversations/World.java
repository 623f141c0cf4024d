package dev.outreach.sandbox.conversations;

import dev.outreach.sandbox.ledger.Ledger;
import dev.outreach.sandbox.webhooks.WebhookPoster;
import java.time.Clock;
import java.time.Instant;

/**
 * What a simulated platform lives in.
 *
 * @param epoch the first start of the sandbox; nobody posted later
 * @param poster posts this platform's webhooks
 */
public record World(long seed, Clock clock, Instant epoch, Ledger ledger, WebhookPoster poster) {}
