package dev.outreach.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.benchmarks.faults.Fault.Kind;
import dev.outreach.benchmarks.faults.Fault.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultScheduleTest {

  @Test
  void shouldBeTheSameForTheSameSeed() {
    assertThat(FaultSchedule.of(7, 200))
        .isEqualTo(FaultSchedule.of(7, 200))
        .isNotEqualTo(FaultSchedule.of(8, 200));
  }

  @Test
  void shouldHaveEveryKindAndEveryTarget() {
    List<Fault> plan = FaultSchedule.of(1, 200);

    assertThat(plan).extracting(Fault::kind).contains(Kind.values());
    assertThat(plan).extracting(Fault::target).contains(Target.values());
    assertThat(plan)
        .allMatch(fault -> (fault.kind() == Kind.CRASH) == (fault.target() == Target.DATABASE));
  }

  @Test
  void shouldFreezeSomeLongerThanALease() {
    assertThat(FaultSchedule.of(1, 200))
        .filteredOn(fault -> fault.kind() == Kind.FREEZE)
        .allMatch(fault -> fault.length().toSeconds() >= 5)
        .anyMatch(fault -> fault.length().toSeconds() >= 18);
  }
}
