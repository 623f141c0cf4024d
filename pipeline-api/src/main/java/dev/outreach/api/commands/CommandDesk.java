package dev.outreach.api.commands;

import dev.outreach.runtime.DeadLetters;
import dev.outreach.runtime.Health;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.RecordReader;
import dev.outreach.schemas.CommandResult;
import dev.outreach.schemas.DiscoveryRequested;
import dev.outreach.schemas.JobCommand;
import dev.outreach.schemas.PolicyChanged;
import dev.outreach.schemas.ProfileCommand;
import dev.outreach.schemas.RefusedPerson;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.RequestSource;
import dev.outreach.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes commands, puts them into the log and waits a while for what becomes of them. Thread-safe;
 * each call blocks its own thread only.
 */
public final class CommandDesk implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(CommandDesk.class);

  private final Topics topics;
  private final Publisher publisher;
  private final Duration patience;
  private final DeadLetters deadLetters;
  private final Answers answers = new Answers();
  private final ResultReader results;

  /**
   * A desk that is not open yet.
   *
   * @param events where commands go and results come from
   * @param patience how long a caller waits for a result once the log has the command
   */
  public CommandDesk(Events events, Duration patience, MeterRegistry meters) {
    this.topics = events.topics();
    this.publisher = new Publisher(events.producer(), events.serdes());
    this.patience = patience;
    this.deadLetters =
        new DeadLetters(
            Topics.PIPELINE_API, topics.deadLettersOf(Topics.PIPELINE_API).name(), meters);
    this.results =
        new ResultReader(
            events.consumers(),
            topics.commandResults(),
            new RecordReader<>(events.serdes().deserializer(), CommandResult.class),
            new Passing());
  }

  /**
   * The way to the log.
   *
   * @param producer closed with the desk
   * @param consumers makes a consumer in no group, again after each failure
   */
  public record Events(
      Topics topics,
      EventSerdes serdes,
      Producer<byte[], byte[]> producer,
      Supplier<Consumer<byte[], byte[]>> consumers) {

    /** Clients of a Kafka cluster. */
    public static Events of(KafkaSettings kafka, Topics topics, EventSerdes serdes) {
      return new Events(
          topics,
          serdes,
          new KafkaProducer<>(Publisher.settings(kafka, Topics.PIPELINE_API)),
          () -> new KafkaConsumer<>(kafka.looseConsumer(Topics.PIPELINE_API)));
    }
  }

  /** Begins to look for results. */
  public void start() {
    results.start();
  }

  /** Whether results are seen. */
  public Health health() {
    return results.health();
  }

  /**
   * Publishes the commands and waits for their results.
   *
   * @return the outcomes in the order of the commands
   * @throws NotPublished where the log did not confirm them
   */
  public List<CommandOutcome> submit(List<ProfileCommand> commands) {
    List<CompletableFuture<CommandOutcome>> awaited =
        commands.stream().map(command -> answers.await(command.getId())).toList();
    try {
      publish(commands);
      return outcomes(awaited);
    } finally {
      commands.forEach(command -> answers.forget(command.getId()));
    }
  }

  /**
   * Publishes commands nobody waits for.
   *
   * @throws NotPublished where the log did not confirm them
   */
  public void publish(List<ProfileCommand> commands) {
    publisher.publish(
        topics.profileCommands(),
        commands.stream()
            .map(command -> new Publisher.Entry(command.getProfileId(), command))
            .toList());
  }

  /**
   * Asks for people to be found.
   *
   * @throws NotPublished where the log did not confirm it
   */
  public void request(DiscoveryRequested request) {
    publisher.publish(
        topics.discoveryRequests(),
        List.of(
            new Publisher.Entry(
                request.getJobId(), request, List.of(RequestSource.HTTP.header()))));
  }

  /**
   * Orders something about a discovery job; it holds from the job's next page on.
   *
   * @throws NotPublished where the log did not confirm it
   */
  public void order(JobCommand command) {
    publisher.publish(
        topics.jobCommands(), List.of(new Publisher.Entry(command.getJobId(), command)));
  }

  /**
   * Changes a rule: each task of profile-processor hears of it with its own records.
   *
   * @throws NotPublished where the log did not confirm it everywhere; some may go by it already, so
   *     that it has to be said again
   */
  public void change(PolicyChanged policy) {
    publisher.publishEverywhere(topics.policyChanges(), new Publisher.Entry(Topics.POLICY, policy));
  }

  /**
   * Tells discovery whom not to let in, or to let in again.
   *
   * @throws NotPublished where the log did not confirm it
   */
  public void turnAway(RefusedPerson person) {
    String key = person.getProfileId() + "/" + person.getOrigin();
    publisher.publish(topics.refusedPeople(), List.of(new Publisher.Entry(key, person)));
  }

  private List<CommandOutcome> outcomes(List<CompletableFuture<CommandOutcome>> awaited) {
    long deadline = System.nanoTime() + patience.toNanos();
    List<CommandOutcome> outcomes = new ArrayList<>();
    for (CompletableFuture<CommandOutcome> answer : awaited) {
      outcomes.add(outcome(answer, deadline - System.nanoTime()));
    }
    return outcomes;
  }

  private static CommandOutcome outcome(CompletableFuture<CommandOutcome> answer, long nanos) {
    try {
      return answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return new CommandOutcome.Pending();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new CommandOutcome.Pending();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("answers only ever complete normally", impossible);
    }
  }

  @Override
  public void close() {
    results.close();
    publisher.close();
  }

  private final class Passing implements ResultReader.Sink {

    @Override
    public void take(CommandResult result) {
      answers.take(result);
    }

    @Override
    public void discard(
        ConsumerRecord<byte[], byte[]> unreadable, DeadLetters.Reason reason, Throwable cause) {
      try {
        publisher.send(List.of(deadLetters.letter(unreadable, reason, cause)));
      } catch (NotPublished failure) {
        log.warn("A dead letter was not confirmed ({})", failure.getMessage());
      }
    }
  }
}
