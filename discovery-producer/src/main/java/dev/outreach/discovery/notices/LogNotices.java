package dev.outreach.discovery.notices;

import dev.outreach.discovery.domain.Door;
import dev.outreach.discovery.domain.JobOrder;
import dev.outreach.discovery.domain.JobOrders;
import dev.outreach.discovery.domain.Notices;
import dev.outreach.runtime.Decoded;
import dev.outreach.runtime.RecordReader;
import dev.outreach.schemas.CancelJob;
import dev.outreach.schemas.JobCommand;
import dev.outreach.schemas.PauseJob;
import dev.outreach.schemas.RefusedPerson;
import dev.outreach.schemas.ResumeJob;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.serdes.RegistryFailure;
import dev.outreach.schemas.topics.Topics;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notices as the log has them. Every instance reads both topics from their beginning and in no
 * group, so that an order reaches whoever has the job, and holds after any restart. What cannot be
 * read is left out and logged by its place: every instance meets it at every start.
 */
public final class LogNotices implements Notices, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LogNotices.class);

  private final WholeTopics source;
  private final String commands;
  private final RecordReader<JobCommand> commandReader;
  private final RecordReader<RefusedPerson> refusedReader;
  private final JobOrders orders = new JobOrders();
  private final Door door = new Door();

  private LogNotices(Consumer<byte[], byte[]> consumer, Topics topics, EventSerdes serdes) {
    this.source = new WholeTopics(consumer, topics.jobCommands(), topics.refusedPeople());
    this.commands = topics.jobCommands().name();
    this.commandReader = new RecordReader<>(serdes.<JobCommand>deserializer(), JobCommand.class);
    this.refusedReader =
        new RecordReader<>(serdes.<RefusedPerson>deserializer(), RefusedPerson.class);
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
    try {
      if (record.topic().equals(commands)) {
        order(value(commandReader.read(record)));
      } else {
        turnAway(value(refusedReader.read(record)));
      }
    } catch (IllegalArgumentException unusable) {
      log.warn(
          "{}-{} at {} is left out ({})",
          record.topic(),
          record.partition(),
          record.offset(),
          unusable.getMessage());
    }
  }

  private static <T> T value(Decoded<T> decoded) {
    return switch (decoded) {
      case Decoded.Read<T>(T value) -> value;
      case Decoded.Unreadable<T>(var reason, var cause) -> {
        if (RegistryFailure.isBehind(cause)) {
          throw new KafkaException("the schema registry does not answer", cause);
        }
        throw new IllegalArgumentException(reason.name());
      }
    };
  }

  private void order(JobCommand command) {
    JobOrder order =
        switch (command.getCommand()) {
          case PauseJob pause -> new JobOrder.Pause(pause.getReason());
          case ResumeJob resume -> new JobOrder.Resume(resume.getReason());
          case CancelJob cancel -> new JobOrder.Cancel(cancel.getReason());
          default -> throw new IllegalArgumentException("an order of a later version");
        };
    orders.give(command.getWorkspaceId(), command.getJobId(), order);
  }

  private void turnAway(RefusedPerson refused) {
    UUID profileId = UUID.fromString(refused.getProfileId());
    switch (refused.getReason()) {
      case NONE -> door.admit(profileId, refused.getOrigin());
      case ERASED -> door.refuse(profileId, refused.getOrigin(), Door.Reason.ERASED);
      // A reason of a later version is still a reason.
      case SUPPRESSED, UNKNOWN ->
          door.refuse(profileId, refused.getOrigin(), Door.Reason.SUPPRESSED);
    }
  }
}
