package dev.outreach.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.sandbox.MovableClock;
import dev.outreach.standalone.embedded.StartFailure;
import dev.outreach.standalone.stack.LocalStack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number of follow-ups changes while all runs, and the counts go with it. */
class FollowUpsAllowedIT {

  private static final int PEOPLE = 24;
  private static final Duration SILENCE = Duration.ofDays(5);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final MovableClock clock = new MovableClock(Clock.systemUTC());

  @Test
  void shouldCountPeopleByTheNumberThatHolds(@TempDir Path folder)
      throws IOException, InterruptedException, StartFailure {
    try (LocalStack.Running stack = WholeStack.on(folder, clock)) {
      Operator operator = new Operator(stack);
      operator.qualify(IntStream.range(0, PEOPLE).mapToObj(i -> "silent." + i).toList());
      operator.draft(PEOPLE);
      operator.approve();
      operator.sendByHand(PEOPLE);
      clock.advance(SILENCE);
      awaitStanding(operator, PEOPLE, PEOPLE, 0);

      allow(operator, 0);
      awaitStanding(operator, PEOPLE, 0, 0);
      allow(operator, 1);
      awaitStanding(operator, PEOPLE, PEOPLE, 0);

      operator.followUp(PEOPLE);
      operator.approve();
      operator.sendByHand(PEOPLE);
      awaitStanding(operator, 0, 0, PEOPLE);
    }
    try (LocalStack.Running again = WholeStack.on(folder, clock)) {
      Operator operator = new Operator(again);
      clock.advance(SILENCE);
      allow(operator, 2);
      awaitStanding(operator, PEOPLE, PEOPLE, 0);
      assertThat(operator.profiles())
          .extracting(profile -> profile.path("follow_ups_left").asInt())
          .containsOnly(1);
    }
  }

  private static void allow(Operator operator, int followUps)
      throws IOException, InterruptedException {
    JsonNode policy = operator.api().put("/api/social/policy", Map.of("follow_ups", followUps));
    assertThat(policy.path("follow_ups").asInt()).isEqualTo(followUps);
  }

  private static void awaitStanding(Operator operator, long sent, long ready, long exhausted) {
    Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode status = operator.api().get("/api/social/pipeline/status");
              assertThat(
                      List.of(
                          status.path("sent").asLong(),
                          status.path("followup_ready").asLong(),
                          status.path("exhausted").asLong()))
                  .as("sent, ready for a follow-up, exhausted")
                  .containsExactly(sent, ready, exhausted);
            });
  }
}
