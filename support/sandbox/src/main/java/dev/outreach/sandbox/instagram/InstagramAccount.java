package dev.outreach.sandbox.instagram;

/**
 * One of our Instagram business accounts.
 *
 * @param id the IG user id, digits
 * @param token the access token that may act for it
 * @param humanAgentApproved whether HUMAN_AGENT may answer for seven days
 */
public record InstagramAccount(
    String id, String username, String token, boolean humanAgentApproved) {

  /** Leaves the token out. */
  @Override
  public String toString() {
    return "InstagramAccount[id=" + id + "]";
  }
}
