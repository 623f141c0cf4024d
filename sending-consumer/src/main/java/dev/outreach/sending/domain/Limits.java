package dev.outreach.sending.domain;

import dev.outreach.sending.domain.Result.Route;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pacing of each account, by network and way, and of each person.
 *
 * @param byLane the pacing of each lane; a lane that is missing is free
 * @param perPerson caps on what one person gets from us by whatever way
 * @param zones where accounts are, for those that are elsewhere than the hours say
 */
public record Limits(Map<Lane, Pacing> byLane, List<Cap> perPerson, Map<Order.From, ZoneId> zones) {

  /** A network and a way to send on it; each account has its own allowance in each. */
  public record Lane(String platform, Route route) {}

  public Limits {
    byLane = Map.copyOf(byLane);
    perPerson = List.copyOf(perPerson);
    zones = Map.copyOf(zones);
  }

  /** Limits of lanes only. */
  public Limits(Map<Lane, Pacing> byLane) {
    this(byLane, List.of(), Map.of());
  }

  private static final Cap TWENTY_A_DAY = new Cap(20, Duration.ofDays(1));

  /** On LinkedIn a first message may go out as an invitation, so each counts as one. */
  private static final List<Cap> MAYBE_INVITATIONS =
      List.of(
          TWENTY_A_DAY,
          new Cap(15, Duration.ofDays(1), Optional.of(Order.MessageKind.INITIAL)),
          new Cap(100, Duration.ofDays(7), Optional.of(Order.MessageKind.INITIAL)));

  /** No limits. */
  public static Limits none() {
    return new Limits(Map.of());
  }

  /**
   * Conservative figures, below every published limit: official answers one a second, on TikTok 100
   * a day; by hand on LinkedIn 20 a day and 100 a week; by a third party a minute or two apart and
   * 20 a day after two weeks of growing, on LinkedIn 15 first messages a day and 100 a week among
   * them; to one person one a day and four a month.
   */
  public static Limits conservative() {
    Pacing oneASecond = Pacing.capped(new Cap(1, Duration.ofSeconds(1)));
    Map<Lane, Pacing> lanes = new HashMap<>();
    lanes.put(new Lane("INSTAGRAM", Route.OFFICIAL_API), oneASecond);
    lanes.put(new Lane("FACEBOOK", Route.OFFICIAL_API), oneASecond);
    lanes.put(
        new Lane("TIKTOK", Route.OFFICIAL_API),
        Pacing.capped(new Cap(1, Duration.ofSeconds(1)), new Cap(100, Duration.ofDays(1))));
    lanes.put(
        new Lane("LINKEDIN", Route.MANUAL),
        Pacing.capped(new Cap(20, Duration.ofDays(1)), new Cap(100, Duration.ofDays(7))));
    for (String platform : List.of("LINKEDIN", "INSTAGRAM", "TIKTOK", "FACEBOOK")) {
      lanes.put(
          new Lane(platform, Route.THIRD_PARTY),
          new Pacing(
              platform.equals("LINKEDIN") ? MAYBE_INVITATIONS : List.of(TWENTY_A_DAY),
              Duration.ofSeconds(60),
              Duration.ofSeconds(60),
              Optional.empty(),
              Optional.of(new RampUp(Duration.ofDays(14), 25))));
    }
    return new Limits(
        lanes, List.of(new Cap(1, Duration.ofDays(1)), new Cap(4, Duration.ofDays(30))), Map.of());
  }

  /** These limits with one lane's pacing replaced. */
  public Limits with(Lane lane, Pacing pacing) {
    Map<Lane, Pacing> changed = new HashMap<>(byLane);
    changed.put(lane, pacing);
    return new Limits(changed, perPerson, zones);
  }

  /** These limits with other caps on what one person gets. */
  public Limits withPerPerson(List<Cap> caps) {
    return new Limits(byLane, caps, zones);
  }

  /** These limits with accounts in other places. */
  public Limits withZones(Map<Order.From, ZoneId> places) {
    return new Limits(byLane, perPerson, places);
  }

  /**
   * By whose clock a message is quiet: the recipient's, else the account's, else the hours' own.
   */
  public Optional<ZoneId> zoneOf(Order order) {
    return order.to().zone().or(() -> Optional.ofNullable(zones.get(order.from())));
  }

  /** The pacing of a lane. */
  public Pacing of(Lane lane) {
    return byLane.getOrDefault(lane, Pacing.FREE);
  }
}
