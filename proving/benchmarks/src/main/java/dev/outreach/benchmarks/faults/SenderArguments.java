package dev.outreach.benchmarks.faults;

import dev.outreach.benchmarks.harness.Servers;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What a sender process is told: settings as any operator would write them. */
public final class SenderArguments {

  private SenderArguments() {}

  /** For a run with faults: short patience, many attempts. */
  static List<String> of(Role role, Servers servers, URI gate) {
    List<String> arguments = common(role, servers, gate);
    arguments.addAll(
        List.of(
            "OUTREACH_SENDING_CALL_DEADLINE=" + Adapters.PATIENCE.toMillis() + "ms",
            "OUTREACH_SENDING_SETTLE=3s",
            "OUTREACH_SENDING_MOST_ATTEMPTS=50"));
    return arguments;
  }

  /** For a run without faults: so many calls at a time. */
  public static List<String> fast(Role role, Servers servers, URI platform, int inFlight) {
    List<String> arguments = common(role, servers, platform);
    arguments.add("OUTREACH_SENDING_IN_FLIGHT=" + inFlight);
    return arguments;
  }

  private static List<String> common(Role role, Servers servers, URI keyed) {
    List<String> arguments = new ArrayList<>(List.of("sender", role.name()));
    arguments.addAll(
        List.of(
            "OUTREACH_KAFKA_BOOTSTRAP=" + servers.broker().bootstrapServers(),
            "OUTREACH_DATABASE_URL=" + servers.database().jdbcUrl(),
            "OUTREACH_DATABASE_USER=" + servers.database().user(),
            "OUTREACH_SENDING_LIMITS="
                + "instagram.official_api=free;facebook.official_api=free;tiktok.official_api=free",
            Adapters.KEYED + "=" + keyed,
            Adapters.INSTAGRAM + "=" + servers.sandbox().platformUri("instagram"),
            Adapters.TIKTOK + "=" + servers.sandbox().platformUri("tiktok")));
    return arguments;
  }
}
