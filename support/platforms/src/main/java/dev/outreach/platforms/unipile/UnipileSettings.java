package dev.outreach.platforms.unipile;

import dev.outreach.platforms.BenchmarkSet;
import dev.outreach.platforms.MessageLimit;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.Secret;
import java.net.URI;
import java.util.List;

/**
 * One account that Unipile holds a session of.
 *
 * @param baseUri {@code https://api13.unipile.com:14376} (version 1), {@code
 *     https://api.unipile.com} (version 2), or a sandbox
 * @param platform LinkedIn or Instagram
 * @param webhookSecrets what Unipile is told to send along in {@code X-Outreach-Secret}; two while
 *     one replaces the other
 * @param limit how long a message may be
 * @param inviteNote how long the note of an invitation may be
 */
public record UnipileSettings(
    URI baseUri,
    Version version,
    Platform platform,
    String accountId,
    List<Secret> webhookSecrets,
    BenchmarkSet benchmarks,
    MessageLimit limit,
    MessageLimit inviteNote,
    Daily daily) {

  /** What LinkedIn lets a free account write into an invitation; a paid one may write 300. */
  public static final MessageLimit FREE_NOTE = new MessageLimit(200, MessageLimit.Unit.CHARACTERS);

  /**
   * How much a day, from midnight to midnight UTC, one account may do so that the platform does not
   * take it for a machine. Unipile advises 80 to 100 profiles, see
   * developer.unipile.com/docs/provider-limits-and-restrictions.
   *
   * @param searches pages of searches, above zero
   * @param profiles profiles looked at, above zero
   */
  public record Daily(int searches, int profiles) {

    /** A hundred pages and 80 profiles. */
    public static Daily usual() {
      return new Daily(100, 80);
    }
  }

  /** Unipile's two generations. */
  public enum Version {
    V1,
    V2
  }

  public UnipileSettings {
    webhookSecrets = List.copyOf(webhookSecrets);
    if (platform != Platform.LINKEDIN && platform != Platform.INSTAGRAM) {
      throw new IllegalArgumentException(
          "platform is " + platform + "; Unipile is used for LinkedIn and Instagram only");
    }
    if (!accountId.matches("[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException(
          "accountId is not one of Unipile's; give it as its dashboard shows it");
    }
    if (webhookSecrets.isEmpty() || webhookSecrets.size() > 2) {
      throw new IllegalArgumentException(
          "webhookSecrets holds " + webhookSecrets.size() + "; give one, or two during a change");
    }
  }

  /** How long a message may be by the platform behind it, where nothing else is known. */
  public static MessageLimit usualLimit(Platform platform) {
    return platform == Platform.INSTAGRAM
        ? new MessageLimit(1000, MessageLimit.Unit.UTF8_BYTES)
        : new MessageLimit(8000, MessageLimit.Unit.CHARACTERS);
  }
}
