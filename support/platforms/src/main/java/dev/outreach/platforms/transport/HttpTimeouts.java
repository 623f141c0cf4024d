package dev.outreach.platforms.transport;

import java.time.Duration;

/**
 * How long a platform may take.
 *
 * @param connect until the connection stands
 * @param answer until the whole answer is there, connecting included
 */
public record HttpTimeouts(Duration connect, Duration answer) {

  public HttpTimeouts {
    requirePositive("connect", connect);
    requirePositive("answer", answer);
  }

  /** Five seconds to connect, twenty to answer. */
  public static HttpTimeouts usual() {
    return new HttpTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(20));
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " is " + value + "; give a duration above zero");
    }
  }
}
