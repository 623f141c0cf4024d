package dev.outreach.sending.domain;

/** Whether somebody else's service may send for an account. */
public enum ThirdPartyWay {
  /** None is connected. */
  NOT_CONFIGURED,
  /** One is connected, but nobody has accepted the risk to the account. */
  NOT_ACCEPTED,
  /** One is connected and a named person has accepted the risk. */
  ACCEPTED,
  /** By it, too, the platform has said that it takes this message not now. */
  CLOSED
}
