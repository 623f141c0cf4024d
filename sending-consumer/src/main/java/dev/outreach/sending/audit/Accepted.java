package dev.outreach.sending.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A message a platform says it accepted from us.
 *
 * @param platformMessageId the platform's id
 * @param recipient the messaging address it went to
 * @param textHash see {@link #hash}
 */
public record Accepted(String platformMessageId, String recipient, String textHash) {

  /** The message, given its words. */
  public static Accepted of(String platformMessageId, String recipient, String text) {
    return new Accepted(platformMessageId, recipient, hash(text));
  }

  /** sha-256 of the words in UTF-8, in lower-case hexadecimal digits. */
  public static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
