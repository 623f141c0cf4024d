package dev.outreach.profile;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/**
 * Puts unreadable records into the dead-letter topic, but not where the schema registry does not
 * answer: then the record may be in order, so the stream stops and tries again. Streams makes it by
 * its class name.
 */
public final class PutAsideUnlessRegistryIsAway extends LogAndContinueExceptionHandler {

  private static final int SERVER_ERROR = 500;

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> message, Exception failure) {
    return registryIsAway(failure) ? Response.fail() : super.handleError(context, message, failure);
  }

  private static boolean registryIsAway(Throwable failure) {
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
