package dev.outreach.sandbox.faults;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may go wrong with a request. */
public enum FaultKind {
  /** Refused for its rate; not carried out. */
  RATE_LIMITED("429"),
  /** A server error; not carried out. */
  SERVER_ERROR("5xx"),
  /** Carried out and answered after the delay. */
  SLOW("slow"),
  /** The connection is closed without an answer; not carried out. */
  CUT("cut"),
  /** Carried out; the connection is closed without an answer. */
  CUT_AFTER_ACCEPT("cut_after_accept"),
  /** Carried out; the answer is not JSON. */
  GARBAGE("garbage"),
  /** Carried out; silence for the delay, then the connection is closed. */
  TIMEOUT_AFTER_ACCEPT("timeout_after_accept"),
  /** Carried out; answered with an error all the same. */
  ERROR_AFTER_ACCEPT("error_after_accept"),
  /** Refused because the token is no longer valid; not carried out. */
  TOKEN_EXPIRED("token_expired");

  private final String label;

  FaultKind(String label) {
    this.label = label;
  }

  /** The name used by the admin interface. */
  public String label() {
    return label;
  }

  public static Optional<FaultKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  public static String labels() {
    return Arrays.stream(values()).map(FaultKind::label).collect(Collectors.joining(", "));
  }
}
