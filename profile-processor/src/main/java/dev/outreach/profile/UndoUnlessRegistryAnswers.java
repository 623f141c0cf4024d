package dev.outreach.profile;

import dev.outreach.schemas.serdes.RegistryFailure;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Puts records that cannot be worked on into the dead-letter topic, but not where the schema
 * registry did not answer while something was written: a part of the record's effect may be there
 * already, so the stream stops, which undoes it, and tries again. Streams makes it by its class
 * name.
 */
public final class UndoUnlessRegistryAnswers extends LogAndContinueProcessingExceptionHandler {

  @Override
  public Response handleError(
      ErrorHandlerContext context, Record<?, ?> message, Exception failure) {
    return RegistryFailure.isBehind(failure)
        ? Response.fail()
        : Response.resume(
            Letters.fitting(super.handleError(context, message, failure).deadLetterQueueRecords()));
  }
}
