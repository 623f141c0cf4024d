package dev.outreach.benchmarks.people;

import dev.outreach.benchmarks.harness.LocalSchemas;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.schemas.topics.Topic;
import dev.outreach.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Publishes what happens to invented people. For one thread. */
public final class Feed implements AutoCloseable {

  private final Producer<byte[], byte[]> producer;
  private final Serializer<SpecificRecord> serializer;
  private final Topics topics;
  private final Funnel funnel;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /** A feed into the topics the profile-processor reads. */
  public Feed(KafkaSettings kafka, Topics topics, Funnel funnel) {
    this.producer = new KafkaProducer<>(kafka.producer("feed-" + funnel.series()));
    this.serializer = LocalSchemas.serdes(topics).serializer();
    this.topics = topics;
    this.funnel = funnel;
  }

  /** Lets all people who take a step take it, as fast as the broker takes it. */
  public void all(Funnel.Step step, int from, int to, Instant at) {
    for (int person = from; person < to; person++) {
      if (step.isTakenBy(person)) {
        one(step, person, at);
      }
    }
    settle();
  }

  /** Publishes one step of one person. */
  public void one(Funnel.Step step, int person, Instant at) {
    switch (step) {
      case FOUND -> send(topics.discoveredProfiles(), person, funnel.found(person, at), at);
      case REVIEWED -> send(topics.profileCommands(), person, funnel.reviewed(person, at), at);
      case DRAFT_WANTED ->
          send(topics.profileCommands(), person, funnel.draftWanted(person, at), at);
      case DRAFTED -> send(topics.draftResults(), person, funnel.drafted(person, at), at);
    }
  }

  private void send(Topic topic, int person, SpecificRecord value, Instant at) {
    Future<?> _ =
        producer.send(
            new ProducerRecord<>(
                topic.name(),
                null,
                at.toEpochMilli(),
                funnel.profileId(person).getBytes(StandardCharsets.UTF_8),
                serializer.serialize(topic.name(), value)),
            (_, failed) -> {
              if (failed != null) {
                failure.set(failed);
              }
            });
  }

  /** Returns when the broker has everything. */
  public void settle() {
    producer.flush();
    Exception failed = failure.get();
    if (failed != null) {
      throw new KafkaException("a record could not be published", failed);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
