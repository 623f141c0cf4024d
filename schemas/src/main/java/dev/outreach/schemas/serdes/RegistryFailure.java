package dev.outreach.schemas.serdes;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/**
 * Tells a registry that does not answer from a record that nobody can read. A reader that put the
 * record aside in the first case would lose good ones.
 */
public final class RegistryFailure {

  private static final int SERVER_ERROR = 500;

  private RegistryFailure() {}

  /** Whether the registry's absence is what made decoding or encoding fail. */
  public static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isAway(cause)) {
        return true;
      }
    }
    return false;
  }

  /** A truncated record is an I/O error too, so only what networks and servers cause counts. */
  private static boolean isAway(Throwable cause) {
    return switch (cause) {
      case SocketException _, SocketTimeoutException _, UnknownHostException _ -> true;
      case RestClientException answer -> answer.getStatus() >= SERVER_ERROR;
      default -> false;
    };
  }
}
