package dev.outreach.sending.domain;

import dev.outreach.sending.domain.Result.Route;
import java.util.Set;

/** By which ways software may send for one account, besides what the moment allows. */
public record Ways(OfficialWay official, ThirdPartyWay thirdParty) {

  /** The official way only. */
  public static Ways officially(OfficialWay official) {
    return new Ways(official, ThirdPartyWay.NOT_CONFIGURED);
  }

  /** The same once it is known whether the risk was accepted. */
  public Ways accepted(boolean isAccepted) {
    return thirdParty == ThirdPartyWay.NOT_CONFIGURED
        ? this
        : new Ways(official, isAccepted ? ThirdPartyWay.ACCEPTED : ThirdPartyWay.NOT_ACCEPTED);
  }

  /** What is left of them for a message to which the platform has closed some. */
  public Ways without(Set<Route> closed) {
    return new Ways(
        closed.contains(Route.OFFICIAL_API) ? OfficialWay.CLOSED : official,
        closed.contains(Route.THIRD_PARTY) ? ThirdPartyWay.CLOSED : thirdParty);
  }
}
