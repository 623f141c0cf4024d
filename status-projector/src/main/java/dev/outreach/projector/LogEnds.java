package dev.outreach.projector;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the log ends for readers of what is committed. An administrator's client asks: a consumer
 * that reads only what is committed warns of each partition it is asked about and does not read.
 * Thread-safe.
 */
final class LogEnds implements AutoCloseable {

  private static final ListOffsetsOptions COMMITTED =
      new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

  private final Admin admin;

  /**
   * A place to ask.
   *
   * @param admin closed with it
   */
  LogEnds(Admin admin) {
    this.admin = admin;
  }

  /**
   * The end of each partition: before the first record of a transaction that is still open.
   *
   * @throws KafkaException where the broker does not say
   */
  Map<TopicPartition, Long> of(Collection<TopicPartition> partitions) {
    try {
      return admin
          .listOffsets(
              partitions.stream()
                  .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest())),
              COMMITTED)
          .all()
          .get()
          .entrySet()
          .stream()
          .collect(Collectors.toMap(Map.Entry::getKey, found -> offset(found.getValue())));
    } catch (ExecutionException failure) {
      throw new KafkaException("where the log ends is not known", failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while asking where the log ends", interrupted);
    }
  }

  private static long offset(ListOffsetsResultInfo found) {
    return found.offset();
  }

  @Override
  public void close() {
    admin.close();
  }
}
