package dev.outreach.platforms;

import java.time.Duration;
import java.util.Optional;

/**
 * What a platform's official interface offers.
 *
 * @param conversations whether what was said can be read, for what no webhook told
 * @param replyWindow how long after the person's last message an answer may be sent; empty where
 *     there is no window
 */
public record Capabilities(
    Platform platform,
    Capability search,
    Capability enrich,
    Capability firstMessage,
    Capability reply,
    Capability scheduledFollowUp,
    Capability inboundWebhook,
    Capability conversations,
    Optional<Duration> replyWindow) {}
