package dev.outreach.runtime.slowtask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;

class PositionFormatTest {

  @Test
  void shouldFitIntoWhatABrokerTakes() {
    BitSet widest = new BitSet();
    for (int bit = 1;
        bit < OffsetTracker.WIDEST_WINDOW + SlowTaskSettings.RECORDS_PER_POLL;
        bit++) {
      widest.set(bit, bit % 3 != 0);
    }

    OffsetAndMetadata commit = PositionFormat.toCommit(new Position(5, widest));

    assertThat(commit.metadata()).hasSizeLessThan(4096);
    assertThat(PositionFormat.ofCommitted(commit)).isEqualTo(new Position(5, widest));
  }

  @Test
  void shouldTakeForeignMetadataAsNothingDoneBeyond() {
    assertThat(PositionFormat.ofCommitted(new OffsetAndMetadata(5, ""))).isEqualTo(Position.at(5));
    assertThat(PositionFormat.ofCommitted(new OffsetAndMetadata(5, "done:*not base64*")))
        .isEqualTo(Position.at(5));
    assertThat(PositionFormat.ofCommitted(new OffsetAndMetadata(5, "by hand")))
        .isEqualTo(Position.at(5));
  }
}
