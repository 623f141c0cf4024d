package dev.outreach.sending.domain;

import dev.outreach.sending.domain.Order.From;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The official ways out that are configured.
 *
 * @param configured one for each account
 * @param closedPlatforms upper case names of the platforms that let no software send at all
 */
public record Outlets(Map<From, Delivery> configured, Set<String> closedPlatforms) {

  public Outlets {
    configured = Map.copyOf(configured);
    closedPlatforms = Set.copyOf(closedPlatforms);
  }

  /** What the platform lets software do with an account. */
  public OfficialWay way(From from) {
    if (closedPlatforms.contains(from.platform())) {
      return OfficialWay.NOT_OFFERED;
    }
    return configured.containsKey(from) ? OfficialWay.ANSWERS : OfficialWay.NOT_CONFIGURED;
  }

  /** The way out of an account, where there is one. */
  public Optional<Delivery> of(From from) {
    return Optional.ofNullable(configured.get(from));
  }
}
