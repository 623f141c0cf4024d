package dev.outreach.platforms.connected;

import dev.outreach.platforms.Platform;
import java.util.Map;
import java.util.Optional;

/** The route through a third party, closed unless somebody opened it knowingly. */
public sealed interface ThirdParty {

  /** A platform by this route, only where it is open. */
  default Optional<Connection> of(Platform platform) {
    return switch (this) {
      case Closed _ -> Optional.empty();
      case Open(_, var connections) -> Optional.ofNullable(connections.get(platform));
    };
  }

  /**
   * Nothing may go this way.
   *
   * @param code {@code NOT_CONFIGURED} or {@code RISK_NOT_ACCEPTED}
   * @param sentence why, and what would open it
   */
  record Closed(String code, String sentence) implements ThirdParty {}

  /** The risk is accepted, and these platforms are connected. */
  record Open(RiskAcceptance acceptance, Map<Platform, Connection> connections)
      implements ThirdParty {

    public Open {
      connections = Map.copyOf(connections);
    }
  }
}
