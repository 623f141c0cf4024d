package dev.outreach.platforms;

import java.util.List;

/** What a webhook body says. */
public sealed interface ParsedWebhook {

  /** In the order of the body, which is not necessarily the order of time. */
  record Events(List<InboundEvent> events) implements ParsedWebhook {

    public Events {
      events = List.copyOf(events);
    }
  }

  /** The body is not what this platform sends. */
  record Unreadable(String reason) implements ParsedWebhook {}
}
