package dev.outreach.sending.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The end of a message, as it is chained: each receipt's hash covers the one before it, so that a
 * changed bit anywhere breaks every later hash.
 *
 * @param sequence 1, 2, 3 … per account, without gaps
 */
public record Receipt(
    String platform,
    String account,
    long sequence,
    String messageId,
    String orderId,
    int attempt,
    State state,
    Optional<String> route,
    Optional<String> platformMessageId,
    Optional<String> threadId,
    String fingerprint,
    Optional<String> reasonCode,
    Instant recordedAt) {

  /** What the first receipt of an account is chained to. */
  public static final String BEGINNING = "0".repeat(64);

  /**
   * The hash of this receipt after another: sha-256 over the earlier hash and every field, each
   * preceded by its length in bytes; an absent field has the length -1. Times are taken in
   * microseconds, the precision in which they are stored.
   */
  public String hashAfter(String previousHash) {
    MessageDigest digest = sha256();
    add(digest, Optional.of(previousHash));
    add(digest, Optional.of(platform));
    add(digest, Optional.of(account));
    add(digest, Optional.of(Long.toString(sequence)));
    add(digest, Optional.of(messageId));
    add(digest, Optional.of(orderId));
    add(digest, Optional.of(Integer.toString(attempt)));
    add(digest, Optional.of(state.name()));
    add(digest, route);
    add(digest, platformMessageId);
    add(digest, threadId);
    add(digest, Optional.of(fingerprint));
    add(digest, reasonCode);
    long micros = recordedAt.getEpochSecond() * 1_000_000 + recordedAt.getNano() / 1_000;
    add(digest, Optional.of(Long.toString(micros)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, Optional<String> field) {
    byte[] bytes = field.orElse("").getBytes(StandardCharsets.UTF_8);
    int length = field.isPresent() ? bytes.length : -1;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
