package dev.outreach.platforms;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a platform posts to us. Implementations are thread-safe. */
public interface Webhook {

  /** Whose conversations it tells of. */
  Platform platform();

  /**
   * Answers the platform's question whether this address is ours.
   *
   * @param query the query parameters of the GET request
   */
  Handshake handshake(Map<String, String> query);

  /**
   * Checks the signature over the body exactly as received, in constant time, against each active
   * secret.
   *
   * @param headers names in lower case
   */
  SignatureCheck verify(byte[] rawBody, Map<String, String> headers);

  /** Reads a body whose signature was found valid. */
  ParsedWebhook parse(byte[] rawBody);

  /**
   * How long after a person's message an answer may be sent; empty where there is no such limit.
   */
  Optional<Duration> replyWindow();

  /**
   * The username behind an address, once that person has written.
   *
   * @throws PlatformException where the platform refuses or cannot be reached
   */
  Optional<String> usernameOf(String address);
}
