package dev.outreach.discovery.notices;

import dev.outreach.discovery.domain.Door;
import dev.outreach.discovery.domain.JobOrders;
import dev.outreach.discovery.domain.Notices;
import dev.outreach.runtime.WholeTopics;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topics;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notices as the log has them. Every instance reads both topics from their beginning and in no
 * group, so that an order reaches whoever has the job, and holds after any restart. What nobody can
 * use is left out here; {@link UnusableNotices} puts it aside.
 */
public final class LogNotices implements Notices, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LogNotices.class);

  private final WholeTopics source;
  private final NoticeReader reader;
  private final JobOrders orders = new JobOrders();
  private final Door door = new Door();

  private LogNotices(Consumer<byte[], byte[]> consumer, Topics topics, EventSerdes serdes) {
    this.source =
        new WholeTopics(
            consumer,
            Stream.of(topics.jobCommands(), topics.refusedPeople())
                .flatMap(topic -> topic.everyPartition().stream())
                .toList());
    this.reader = new NoticeReader(topics, serdes);
  }

  /**
   * Everything the log has by now.
   *
   * @param consumer in no group; closed with these notices, also where they cannot be read
   * @throws KafkaException where the log does not answer in time
   */
  public static LogNotices read(
      Consumer<byte[], byte[]> consumer, Topics topics, EventSerdes serdes) {
    LogNotices notices = new LogNotices(consumer, topics, serdes);
    try {
      notices.source.readToEnd(notices::take);
      return notices;
    } catch (KafkaException failure) {
      notices.close();
      throw failure;
    }
  }

  @Override
  public JobOrders orders() {
    return orders;
  }

  @Override
  public Door door() {
    return door;
  }

  @Override
  public void refresh() {
    source.read(Duration.ZERO, this::take);
  }

  @Override
  public void close() {
    source.close();
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    switch (reader.read(record)) {
      case Notice.Order(var workspaceId, var jobId, var order) ->
          orders.give(workspaceId, jobId, order);
      case Notice.Turned(var profileId, var origin, var reason) ->
          reason.ifPresentOrElse(
              why -> door.refuse(profileId, origin, why), () -> door.admit(profileId, origin));
      case Notice.Unusable(var reason, _) ->
          log.debug(
              "{}-{} at {} is left out ({})",
              record.topic(),
              record.partition(),
              record.offset(),
              reason);
    }
  }
}
