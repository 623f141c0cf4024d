package dev.outreach.sandbox.meta;

/**
 * One of our accounts: an Instagram business account or a Facebook Page.
 *
 * @param id digits
 * @param token the access token that may act for it
 * @param humanAgentApproved whether HUMAN_AGENT may answer for seven days
 */
public record GraphAccount(String id, String token, boolean humanAgentApproved) {

  /** Leaves the token out. */
  @Override
  public String toString() {
    return "GraphAccount[id=" + id + "]";
  }
}
