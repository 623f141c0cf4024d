package dev.outreach.sending.domain;

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
}
