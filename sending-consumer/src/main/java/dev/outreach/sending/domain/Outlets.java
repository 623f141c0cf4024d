package dev.outreach.sending.domain;

import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Result.Route;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ways out that are configured.
 *
 * @param official the platform's own interface, for each account that has one
 * @param thirdParty somebody else's service, for each account that has one
 * @param closedPlatforms upper case names of the platforms whose own interface lets software send
 *     only for chosen partners
 */
public record Outlets(
    Map<From, Official> official, Map<From, Delivery> thirdParty, Set<String> closedPlatforms) {

  public Outlets {
    official = Map.copyOf(official);
    thirdParty = Map.copyOf(thirdParty);
    closedPlatforms = Set.copyOf(closedPlatforms);
  }

  /** Accounts that may answer, and no third party. */
  public Outlets(Map<From, Delivery> configured, Set<String> closedPlatforms) {
    this(answering(configured), Map.of(), closedPlatforms);
  }

  /** A platform's own interface and what it lets software do. */
  public record Official(Delivery delivery, OfficialWay way) {}

  /** What software may do with an account, as long as nobody has accepted a third party's risk. */
  public Ways way(From from) {
    ThirdPartyWay third =
        thirdParty.containsKey(from) ? ThirdPartyWay.NOT_ACCEPTED : ThirdPartyWay.NOT_CONFIGURED;
    return new Ways(officialWay(from), third);
  }

  /** Every account that has a way out. */
  public Set<From> accounts() {
    Set<From> accounts = new HashSet<>(official.keySet());
    accounts.addAll(thirdParty.keySet());
    return accounts;
  }

  /** The way out of an account by a route, where there is one. */
  public Optional<Delivery> of(From from, Route route) {
    return switch (route) {
      case OFFICIAL_API -> Optional.ofNullable(official.get(from)).map(Official::delivery);
      case THIRD_PARTY -> Optional.ofNullable(thirdParty.get(from));
      case MANUAL -> Optional.empty();
    };
  }

  private OfficialWay officialWay(From from) {
    Official configured = official.get(from);
    if (configured != null) {
      return configured.way();
    }
    return closedPlatforms.contains(from.platform())
        ? OfficialWay.NOT_OFFERED
        : OfficialWay.NOT_CONFIGURED;
  }

  private static Map<From, Official> answering(Map<From, Delivery> configured) {
    Map<From, Official> answering = new HashMap<>();
    configured.forEach(
        (from, delivery) -> answering.put(from, new Official(delivery, OfficialWay.ANSWERS)));
    return answering;
  }
}
