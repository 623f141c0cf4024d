package dev.outreach.sending.domain;

import dev.outreach.sending.domain.Result.Route;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pacing of each account, by network and way.
 *
 * @param byLane the pacing of each lane; a lane that is missing is free
 */
public record Limits(Map<Lane, Pacing> byLane) {

  /** A network and a way to send on it; each account has its own allowance in each. */
  public record Lane(String platform, Route route) {}

  public Limits {
    byLane = Map.copyOf(byLane);
  }

  /** No limits. */
  public static Limits none() {
    return new Limits(Map.of());
  }

  /**
   * Conservative figures, below every published limit: official answers one a second; by hand on
   * LinkedIn 20 a day and 100 a week; by a third party a minute or two apart.
   */
  public static Limits conservative() {
    Pacing oneASecond = Pacing.capped(new Cap(1, Duration.ofSeconds(1)));
    Map<Lane, Pacing> lanes = new HashMap<>();
    lanes.put(new Lane("INSTAGRAM", Route.OFFICIAL_API), oneASecond);
    lanes.put(new Lane("FACEBOOK", Route.OFFICIAL_API), oneASecond);
    lanes.put(new Lane("TIKTOK", Route.OFFICIAL_API), oneASecond);
    lanes.put(
        new Lane("LINKEDIN", Route.MANUAL),
        Pacing.capped(new Cap(20, Duration.ofDays(1)), new Cap(100, Duration.ofDays(7))));
    for (String platform : List.of("LINKEDIN", "INSTAGRAM", "TIKTOK", "FACEBOOK")) {
      lanes.put(
          new Lane(platform, Route.THIRD_PARTY),
          new Pacing(
              List.of(new Cap(20, Duration.ofDays(1))),
              Duration.ofSeconds(60),
              Duration.ofSeconds(60),
              Optional.empty()));
    }
    return new Limits(lanes);
  }

  /** These limits with one lane's pacing replaced. */
  public Limits with(Lane lane, Pacing pacing) {
    Map<Lane, Pacing> changed = new HashMap<>(byLane);
    changed.put(lane, pacing);
    return new Limits(changed);
  }

  /** The pacing of a lane. */
  public Pacing of(Lane lane) {
    return byLane.getOrDefault(lane, Pacing.FREE);
  }
}
