package dev.outreach.profile;

import dev.outreach.schemas.serdes.RegistryFailure;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/**
 * Puts unreadable records into the dead-letter topic, but not where the schema registry does not
 * answer: then the record may be in order, so the stream stops and tries again. Streams makes it by
 * its class name.
 */
public final class PutAsideUnlessRegistryIsAway extends LogAndContinueExceptionHandler {

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> message, Exception failure) {
    return RegistryFailure.isBehind(failure)
        ? Response.fail()
        : Response.resume(
            Letters.fitting(super.handleError(context, message, failure).deadLetterQueueRecords()));
  }
}
