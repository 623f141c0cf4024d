package dev.outreach.projector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.readmodel.write.Claim;
import dev.outreach.readmodel.write.Place;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ClaimsTest {

  private static final TopicPartition PARTITION = new TopicPartition("events", 0);

  private final Claims claims = new Claims();
  private final Claim claim = new Claim(new Place(1, Place.PROFILE_EVENTS, 0), 1, 10);

  @Test
  void shouldSeeNothingLeftWhereOnlyACommitMarkerFollows() {
    claims.reached(Map.of(PARTITION, 11L));

    assertThat(claims.endFor(PARTITION, claim, 11)).isEqualTo(claim.nextOffset());
  }

  @Test
  void shouldSeeWhatIsLeftBehindTheMarker() {
    claims.reached(Map.of(PARTITION, 11L));

    assertThat(claims.endFor(PARTITION, claim, 16) - claim.nextOffset()).isEqualTo(5);
  }

  @Test
  void shouldForgetHowFarALostPartitionWasRead() {
    claims.reached(Map.of(PARTITION, 11L));
    claims.release(List.of(PARTITION));

    assertThat(claims.endFor(PARTITION, claim, 11) - claim.nextOffset()).isEqualTo(1);
  }
}
