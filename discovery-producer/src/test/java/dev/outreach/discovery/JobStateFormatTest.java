package dev.outreach.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.discovery.records.JobTotals;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobStateFormatTest {

  @Test
  void shouldReadBackWhatItWrote() {
    JobState state =
        new JobState(
            true,
            Optional.of("3:top_media:QVFI\"ünï"),
            17,
            new JobTotals(5, 6, Map.of("NOT_FOUND", 7L), 8),
            9,
            2,
            Optional.of(Instant.ofEpochMilli(1_795_000_000_123L)),
            Optional.of(Instant.ofEpochMilli(1_795_000_000_456L)));

    assertThat(JobStateFormat.write(state).flatMap(JobStateFormat::read)).contains(state);
    assertThat(JobStateFormat.write(JobState.beginning()).flatMap(JobStateFormat::read))
        .contains(JobState.beginning());
  }

  @Test
  void shouldBeginAgainAfterForeignMetadata() {
    assertThat(JobStateFormat.read("")).isEmpty();
    assertThat(JobStateFormat.read("{oops")).isEmpty();
  }

  @Test
  void shouldRefuseACursorThatDoesNotFit() {
    JobState state =
        new JobState(
            true,
            Optional.of("x".repeat(5_000)),
            0,
            JobTotals.none(),
            1,
            0,
            Optional.empty(),
            Optional.empty());

    assertThat(JobStateFormat.write(state)).isEmpty();
  }
}
