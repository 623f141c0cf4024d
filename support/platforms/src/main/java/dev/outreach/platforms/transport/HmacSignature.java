package dev.outreach.platforms.transport;

import dev.outreach.platforms.Secret;
import dev.outreach.platforms.SignatureCheck;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hexadecimal HMAC-SHA256 signatures. */
public final class HmacSignature {

  private HmacSignature() {}

  public static String hex(Secret secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(message));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has HmacSHA256", missing);
    }
  }

  /** Compares in constant time with the signature each secret would give, trying every secret. */
  public static SignatureCheck check(List<Secret> secrets, byte[] message, String signature) {
    byte[] given = signature.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    int matching = -1;
    for (int index = 0; index < secrets.size(); index++) {
      byte[] expected = hex(secrets.get(index), message).getBytes(StandardCharsets.US_ASCII);
      if (MessageDigest.isEqual(expected, given)) {
        matching = index;
      }
    }
    return matching < 0
        ? new SignatureCheck.Invalid("signature does not match the body")
        : new SignatureCheck.Valid(matching);
  }
}
