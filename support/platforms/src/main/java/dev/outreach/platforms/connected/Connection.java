package dev.outreach.platforms.connected;

import dev.outreach.platforms.Capabilities;
import dev.outreach.platforms.Conversations;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Messaging;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.Webhook;
import java.util.Optional;

/**
 * One platform as this installation reaches it with its own account. Thread-safe.
 *
 * @param accountId what the platform calls our account
 * @param capabilities what the platform offers this account
 * @param discovery empty where these credentials do not open it
 * @param terms on which the platform lets software send with this account
 * @param messaging empty where these credentials do not open it
 * @param webhook empty where the platform posts nothing to this account
 * @param conversations empty where the platform does not let us read what was said
 */
public record Connection(
    Platform platform,
    String accountId,
    Capabilities capabilities,
    Optional<Discovery> discovery,
    SendingTerms terms,
    Optional<Messaging> messaging,
    Optional<Webhook> webhook,
    Optional<Conversations> conversations) {}
