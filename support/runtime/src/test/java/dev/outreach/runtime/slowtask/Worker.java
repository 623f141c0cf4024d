package dev.outreach.runtime.slowtask;

import dev.outreach.runtime.DeadLetters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A slow task that copies its input to the results and counts how many calls run at a time. */
final class Worker implements SlowTask {

  static final int CAP = 40;

  private final TaskTopics topics;
  private final int longestMillis;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();

  Worker(TaskTopics topics) {
    this(topics, 40);
  }

  Worker(TaskTopics topics, int longestMillis) {
    this.topics = topics;
    this.longestMillis = longestMillis;
  }

  static SlowTaskConsumer consumer(TaskTopics topics, SlowTask task, KafkaClients clients) {
    return consumer(topics, task, clients, new SimpleMeterRegistry());
  }

  static SlowTaskConsumer consumer(
      TaskTopics topics, SlowTask task, KafkaClients clients, MeterRegistry meters) {
    DeadLetters deadLetters = new DeadLetters(topics.app(), topics.deadLetters(), meters);
    SlowTaskSettings settings =
        SlowTaskSettings.standard(
                topics.app(), List.of(topics.tasks()), deadLetters, Clock.systemUTC())
            .withInFlight(CAP);
    return new SlowTaskConsumer(settings, task, clients, meters);
  }

  @Override
  public Outcome work(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    calls.incrementAndGet();
    try {
      // Different for neighbours, so that calls end in another order than they began.
      long millis = 1 + record.offset() * 7 % longestMillis;
      LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException("the partition was lost");
      }
      return new Outcome.Done(
          List.of(new ProducerRecord<>(topics.results(), record.key(), record.value())));
    } finally {
      running.decrementAndGet();
    }
  }

  int mostAtATime() {
    return most.get();
  }

  int calls() {
    return calls.get();
  }
}
