package dev.outreach.sandbox.webhooks;

import java.util.Map;
import java.util.Optional;

/**
 * A webhook ready to post, signed.
 *
 * @param inboundId the inbound message it tells about, whose acknowledgement is worth remembering;
 *     empty for echoes and receipts
 */
public record Webhook(Optional<String> inboundId, Map<String, String> headers, String body) {}
