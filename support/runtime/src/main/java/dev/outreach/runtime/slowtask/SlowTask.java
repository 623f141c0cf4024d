package dev.outreach.runtime.slowtask;

import dev.outreach.runtime.DeadLetters;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What is to be done with each record. */
@FunctionalInterface
public interface SlowTask {

  /**
   * Does the slow work for one record. Runs on a virtual thread of its own and may block, but must
   * end by a deadline of its own; must be thread-safe. It is interrupted where the partition was
   * lost meanwhile: its outcome is then thrown away and another process repeats the work. After a
   * crash the same record may be worked on again, so equal records must give results with equal
   * ids.
   *
   * @throws Exception anything: the record goes to the dead letters with this reason
   */
  Outcome work(ConsumerRecord<byte[], byte[]> record) throws Exception;

  /** How the work ended. */
  sealed interface Outcome {

    /**
     * It is done.
     *
     * @param results records to be written, exactly once; may be empty
     */
    record Done(List<ProducerRecord<byte[], byte[]>> results) implements Outcome {

      public Done {
        results = List.copyOf(results);
      }
    }

    /**
     * The record can never be worked on, for example because it cannot be read.
     *
     * @param reason why, as a code
     * @param cause why, without personal data
     */
    record Poison(DeadLetters.Reason reason, Throwable cause) implements Outcome {}
  }
}
