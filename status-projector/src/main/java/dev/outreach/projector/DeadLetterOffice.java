package dev.outreach.projector;

import dev.outreach.runtime.DeadLetters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/**
 * Sends dead letters and waits until the log has them, before their offsets are kept. A record that
 * is applied again in the same process, because PostgreSQL failed, is not sent again. For one
 * thread.
 */
final class DeadLetterOffice {

  private final DeadLetters letters;
  private final Producer<byte[], byte[]> producer;
  private final Map<TopicPartition, Long> sent = new HashMap<>();

  DeadLetterOffice(DeadLetters letters, Producer<byte[], byte[]> producer) {
    this.letters = letters;
    this.producer = producer;
  }

  void send(List<Refused> refused) {
    List<Future<?>> deliveries = new ArrayList<>();
    for (Refused record : refused) {
      if (isNew(record)) {
        deliveries.add(
            producer.send(letters.letter(record.record(), record.reason(), record.cause())));
      }
    }
    deliveries.forEach(DeadLetterOffice::await);
    refused.forEach(record -> sent.merge(partition(record), record.record().offset(), Math::max));
  }

  private boolean isNew(Refused record) {
    return record.record().offset() > sent.getOrDefault(partition(record), -1L);
  }

  private static TopicPartition partition(Refused record) {
    return new TopicPartition(record.record().topic(), record.record().partition());
  }

  private static void await(Future<?> delivery) {
    try {
      delivery.get();
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a dead letter could not be sent", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before a dead letter was sent", interrupted);
    }
  }
}
