package dev.outreach.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.benchmarks.harness.SandboxWitness.Arrival;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final PlannedMessage ANN = PlannedMessage.to(Way.BLIND, "ann", "address-ann");
  private static final PlannedMessage BOB = PlannedMessage.to(Way.BLIND, "bob", "address-bob");

  @Test
  void shouldFindNothingWrongWhereEachArrivedOnce() {
    Verdict verdict =
        judge(List.of(ANN, BOB), List.of(ANN, BOB), Map.of(ANN, "SENT", BOB, "SENT"), Set.of());

    assertThat(verdict).isEqualTo(new Verdict(2, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void shouldSeeADouble() {
    Verdict verdict = judge(List.of(ANN), List.of(ANN, ANN, ANN), Map.of(ANN, "SENT"), Set.of());

    assertThat(verdict.doubled()).isEqualTo(1);
    assertThat(verdict.copies()).isEqualTo(2);
  }

  @Test
  void shouldSeeWhatWeOnlySayWasSent() {
    Verdict verdict = judge(List.of(ANN, BOB), List.of(BOB), Map.of(ANN, "SENT"), Set.of());

    assertThat(verdict.lost()).isEqualTo(1);
    assertThat(verdict.wrong()).as("bob arrived and is not in the ledger").isEqualTo(1);
  }

  @Test
  void shouldTellUnresolvedFromUnseen() {
    Map<PlannedMessage, String> states = Map.of(ANN, "QUARANTINED", BOB, "QUARANTINED");

    Verdict verdict = judge(List.of(ANN, BOB), List.of(ANN), states, Set.of(ANN));

    assertThat(verdict.unresolved()).isEqualTo(2);
    assertThat(verdict.unresolvedButArrived()).isEqualTo(1);
    assertThat(verdict.invisible()).isEqualTo(1);
    assertThat(verdict.lost()).isZero();
  }

  private static Verdict judge(
      List<PlannedMessage> planned,
      List<PlannedMessage> arrived,
      Map<PlannedMessage, String> states,
      Set<PlannedMessage> unconfirmed) {
    return Verdict.of(
        planned,
        arrived.stream().map(VerdictTest::arrival).toList(),
        states.entrySet().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    state -> state.getKey().messageId(), Map.Entry::getValue)),
        unconfirmed.stream()
            .flatMap(message -> Stream.of(message.messageId()))
            .collect(java.util.stream.Collectors.toMap(id -> id, _ -> Set.of("SendUnconfirmed"))));
  }

  private static Arrival arrival(PlannedMessage message) {
    return new Arrival(
        message.way().simulator(), "id", message.address(), message.text(), Instant.EPOCH);
  }
}
