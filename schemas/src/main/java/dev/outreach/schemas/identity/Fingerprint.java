package dev.outreach.schemas.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a person approved, in 64 characters: sha-256 over the words, the recipient, the platform and
 * the account. Each part is preceded by its length in bytes, so no two different approvals can
 * share the bytes that are hashed. Stateless and thread-safe.
 */
public final class Fingerprint {

  private Fingerprint() {}

  /**
   * The fingerprint.
   *
   * @param text the exact words
   * @param recipient messaging address, or the handle while there is none; taken as it is
   * @param platform linkedin, instagram, tiktok or facebook, in any case
   * @param account our account, taken as it is
   * @return 64 lower-case hexadecimal digits
   * @throws IllegalArgumentException where the platform is none of the four
   */
  public static String of(String text, String recipient, String platform, String account) {
    MessageDigest digest = sha256();
    for (String part : new String[] {text, recipient, Handle.platformName(platform), account}) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
