package dev.outreach.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Response;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Result;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PutAsideUnlessRegistryIsAwayTest {

  private static final byte[] BYTES = "bytes".getBytes(StandardCharsets.UTF_8);

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new ConnectException("refused"), Result.FAIL),
        Arguments.of(new RestClientException("restarting", 503, 50_301), Result.FAIL),
        Arguments.of(new RestClientException("not found", 404, 40_403), Result.RESUME),
        Arguments.of(new EOFException(), Result.RESUME),
        Arguments.of(new IllegalArgumentException("magic byte"), Result.RESUME));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void shouldPutAsideOnlyWhatTheRecordIsToBlameFor(Exception cause, Result expected) {
    PutAsideUnlessRegistryIsAway handler = new PutAsideUnlessRegistryIsAway();
    handler.configure(Map.of("errors.dead.letter.queue.topic.name", "letters"));

    Response response =
        handler.handleError(
            new Context(),
            new ConsumerRecord<>("topic", 0, 7, BYTES, BYTES),
            new SerializationException("unreadable", cause));

    assertThat(response.result()).isEqualTo(expected);
    assertThat(response.deadLetterQueueRecords()).hasSize(expected == Result.RESUME ? 1 : 0);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void shouldUndoWhatWasBegunWhereTheRegistryWentAway(Exception cause, Result expected) {
    UndoUnlessRegistryAnswers handler = new UndoUnlessRegistryAnswers();
    handler.configure(Map.of("errors.dead.letter.queue.topic.name", "letters"));

    ProcessingExceptionHandler.Response response =
        handler.handleError(
            new Context(),
            new Record<>("key", "value", 0L),
            new StreamsException("unwritable", new SerializationException(cause)));

    assertThat(response.result().name()).isEqualTo(expected.name());
  }

  private static final class Context implements ErrorHandlerContext {

    @Override
    public String topic() {
      return "topic";
    }

    @Override
    public int partition() {
      return 0;
    }

    @Override
    public long offset() {
      return 7;
    }

    @Override
    public Headers headers() {
      return new RecordHeaders();
    }

    @Override
    public String processorNodeId() {
      return "source";
    }

    @Override
    public TaskId taskId() {
      return new TaskId(0, 0);
    }

    @Override
    public long timestamp() {
      return 0;
    }

    @Override
    public byte[] sourceRawKey() {
      return BYTES;
    }

    @Override
    public byte[] sourceRawValue() {
      return BYTES;
    }
  }
}
