package dev.outreach.projector;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Narrows down which record PostgreSQL cannot hold, so that its neighbours are not lost. */
final class Narrowing {

  private Narrowing() {}

  /** Ways to apply records. */
  interface Ways {

    /** All of them in one transaction. */
    void whole(List<ConsumerRecord<byte[], byte[]>> records);

    /** Only the offset of one that cannot be held. */
    void without(ConsumerRecord<byte[], byte[]> record, StoreException.BadData why);
  }

  static void apply(List<ConsumerRecord<byte[], byte[]>> records, Ways ways) {
    try {
      ways.whole(records);
    } catch (StoreException.BadData badData) {
      if (records.size() == 1) {
        ways.without(records.getFirst(), badData);
        return;
      }
      int middle = records.size() / 2;
      apply(records.subList(0, middle), ways);
      apply(records.subList(middle, records.size()), ways);
    }
  }
}
