package dev.outreach.benchmarks.faults;

import dev.outreach.benchmarks.harness.Servers;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What a sender process is told: settings as any operator would write them. */
final class SenderArguments {

  private SenderArguments() {}

  static List<String> of(Role role, Servers servers, URI gate) {
    List<String> arguments = new ArrayList<>(List.of("sender", role.name()));
    arguments.addAll(
        List.of(
            "OUTREACH_KAFKA_BOOTSTRAP=" + servers.broker().bootstrapServers(),
            "OUTREACH_DATABASE_URL=" + servers.database().jdbcUrl(),
            "OUTREACH_DATABASE_USER=" + servers.database().user(),
            "OUTREACH_SENDING_CALL_DEADLINE=" + Adapters.PATIENCE.toMillis() + "ms",
            "OUTREACH_SENDING_SETTLE=3s",
            "OUTREACH_SENDING_MOST_ATTEMPTS=50",
            "OUTREACH_SENDING_LIMITS="
                + "instagram.official_api=free;facebook.official_api=free;tiktok.official_api=free",
            Adapters.KEYED + "=" + gate,
            Adapters.INSTAGRAM + "=" + servers.sandbox().platformUri("instagram"),
            Adapters.TIKTOK + "=" + servers.sandbox().platformUri("tiktok")));
    return arguments;
  }
}
