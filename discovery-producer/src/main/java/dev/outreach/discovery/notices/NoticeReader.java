package dev.outreach.discovery.notices;

import dev.outreach.discovery.domain.Door;
import dev.outreach.discovery.domain.JobOrder;
import dev.outreach.runtime.DeadLetters;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/** Reads the records of both topics. Thread-safe. */
final class NoticeReader {

  private final String commands;
  private final RecordReader<JobCommand> commandReader;
  private final RecordReader<RefusedPerson> refusedReader;

  NoticeReader(Topics topics, EventSerdes serdes) {
    this.commands = topics.jobCommands().name();
    this.commandReader = new RecordReader<>(serdes.<JobCommand>deserializer(), JobCommand.class);
    this.refusedReader =
        new RecordReader<>(serdes.<RefusedPerson>deserializer(), RefusedPerson.class);
  }

  /**
   * What the record says; never throws for what it contains.
   *
   * @throws KafkaException where the registry is away, so that the record may be in order
   */
  Notice read(ConsumerRecord<byte[], byte[]> record) {
    return record.topic().equals(commands)
        ? understood(commandReader.read(record), NoticeReader::order)
        : understood(refusedReader.read(record), NoticeReader::turned);
  }

  private static <T> Notice understood(Decoded<T> decoded, Function<T, Notice> meaning) {
    return switch (decoded) {
      case Decoded.Read<T>(T value) -> meaningOf(value, meaning);
      case Decoded.Unreadable<T>(var reason, var cause) -> {
        if (RegistryFailure.isBehind(cause)) {
          throw new KafkaException("the schema registry does not answer", cause);
        }
        yield new Notice.Unusable(reason, cause);
      }
    };
  }

  private static <T> Notice meaningOf(T value, Function<T, Notice> meaning) {
    try {
      return meaning.apply(value);
    } catch (IllegalArgumentException senseless) {
      return new Notice.Unusable(DeadLetters.Reason.INVALID, senseless);
    }
  }

  private static Notice order(JobCommand command) {
    JobOrder order =
        switch (command.getCommand()) {
          case PauseJob pause -> new JobOrder.Pause(pause.getReason());
          case ResumeJob resume -> new JobOrder.Resume(resume.getReason());
          case CancelJob cancel -> new JobOrder.Cancel(cancel.getReason());
          default -> throw new IllegalArgumentException("command is an order of a later version");
        };
    return new Notice.Order(command.getWorkspaceId(), command.getJobId(), order);
  }

  private static Notice turned(RefusedPerson refused) {
    Optional<Door.Reason> reason =
        switch (refused.getReason()) {
          case NONE -> Optional.empty();
          case ERASED -> Optional.of(Door.Reason.ERASED);
          // A reason of a later version is still a reason.
          case SUPPRESSED, UNKNOWN -> Optional.of(Door.Reason.SUPPRESSED);
        };
    return new Notice.Turned(profileId(refused), refused.getOrigin(), reason);
  }

  private static UUID profileId(RefusedPerson refused) {
    try {
      return UUID.fromString(refused.getProfileId());
    } catch (IllegalArgumentException cause) {
      throw new IllegalArgumentException("profileId is no UUID: send the profile's id", cause);
    }
  }
}
