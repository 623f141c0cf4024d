package dev.outreach.platforms.connected;

import dev.outreach.platforms.transport.HttpTransport;
import java.time.Clock;

/** What every adapter works with. */
record Reach(HttpTransport transport, Clock clock) {}
