package dev.outreach.platforms.linkedin;

import dev.outreach.platforms.MessageLimit;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.transport.Loopback;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * One LinkedIn app and the member it acts for.
 *
 * @param baseUri {@code https://api.linkedin.com}, or a sandbox
 * @param version month of the interface, such as {@code 202607}; each lives at least a year
 * @param memberId who we are, as webhooks name our organisation or member
 * @param companySearch whether LinkedIn granted this app the partners' company search
 * @param clientSecrets one or two; two while one replaces the other
 * @param dailyCalls of one endpoint from midnight to midnight UTC, as the app's Analytics tab shows
 *     it; LinkedIn publishes no figure, so where it is empty calls are counted and not stopped
 */
public record LinkedInSettings(
    URI baseUri,
    String version,
    String memberId,
    boolean companySearch,
    List<Secret> clientSecrets,
    MessageLimit limit,
    OptionalInt dailyCalls) {

  public LinkedInSettings {
    clientSecrets = List.copyOf(clientSecrets);
    if (!version.matches("20\\d{2}(0[1-9]|1[0-2])")) {
      throw new IllegalArgumentException("version is " + version + "; give a month like 202607");
    }
    if (memberId.isBlank()) {
      throw new IllegalArgumentException(
          "memberId is blank; give our own URN, for example urn:li:person:abc");
    }
    if (clientSecrets.isEmpty() || clientSecrets.size() > 2) {
      throw new IllegalArgumentException(
          "clientSecrets holds " + clientSecrets.size() + "; give one, or two during a change");
    }
  }

  /** Without the partners' company search; 8000 characters. */
  public static LinkedInSettings usual(
      URI baseUri, String version, String memberId, List<Secret> clientSecrets) {
    return new LinkedInSettings(
        baseUri,
        version,
        memberId,
        false,
        clientSecrets,
        new MessageLimit(8000, MessageLimit.Unit.CHARACTERS),
        OptionalInt.empty());
  }

  /** The same with so many calls of an endpoint a day. */
  public LinkedInSettings withDailyCalls(OptionalInt calls) {
    return new LinkedInSettings(
        baseUri, version, memberId, companySearch, clientSecrets, limit, calls);
  }

  /** Whether a sandbox on this machine stands in for LinkedIn. */
  boolean isSandbox() {
    return Loopback.isHostOf(baseUri);
  }

  /** The same with another length of messages, given this one. */
  public LinkedInSettings withLimit(UnaryOperator<MessageLimit> change) {
    return new LinkedInSettings(
        baseUri, version, memberId, companySearch, clientSecrets, change.apply(limit), dailyCalls);
  }

  /** The same with the partners' company search. */
  public LinkedInSettings withCompanySearch() {
    return new LinkedInSettings(baseUri, version, memberId, true, clientSecrets, limit, dailyCalls);
  }
}
