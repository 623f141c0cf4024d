package dev.outreach.sandbox.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes that make the simulators deterministic and their webhooks verifiable. */
public final class Hashes {

  private Hashes() {}

  /** A number from 0 to {@link Long#MAX_VALUE} that depends on every part. */
  public static long number(Object... parts) {
    return ByteBuffer.wrap(sha256(parts)).getLong() & Long.MAX_VALUE;
  }

  /** The first {@code length} hexadecimal digits of a hash over every part. */
  public static String hex(int length, Object... parts) {
    return HexFormat.of().formatHex(sha256(parts)).substring(0, length);
  }

  public static String hmacSha256(String secret, String message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has HmacSHA256", missing);
    }
  }

  private static byte[] sha256(Object... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Object part : parts) {
        digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return digest.digest();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
