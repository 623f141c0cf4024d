package dev.outreach.sandbox.webhooks;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A webhook ready to post.
 *
 * @param inboundId the inbound message it tells about, whose acknowledgement is worth remembering;
 *     empty for echoes and receipts
 * @param headers asked for at each attempt, so that a signature may carry the time of it
 */
public record Webhook(
    Optional<String> inboundId, Supplier<Map<String, String>> headers, String body) {}
