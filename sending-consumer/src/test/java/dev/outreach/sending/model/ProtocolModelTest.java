package dev.outreach.sending.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.model.LedgerProtocol.Weakness;
import dev.outreach.sending.model.Search.Fault;
import dev.outreach.sending.model.Search.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two workers, lost and late packets, two crashes, three attempts, withdrawals and people: the
 * search visits every world. The unsound variants show that it would find a fault.
 */
class ProtocolModelTest {

  @ParameterizedTest
  @EnumSource(DeliveryClass.class)
  void shouldNeverDoubleLoseDenyOrStickWhateverHappens(DeliveryClass platform) {
    Finding finding = Search.of(new LedgerProtocol(platform, Weakness.NONE), platform);

    assertThat(finding.faults()).isEmpty();
    assertThat(finding.worlds()).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @EnumSource(value = DeliveryClass.class, names = "KEYED", mode = EnumSource.Mode.EXCLUDE)
  void shouldShowThatCommittingAfterTheCallDoubles(DeliveryClass platform) {
    assertThat(Search.of(new CommitAfterProtocol(), platform).faults()).containsKey(Fault.DOUBLED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Weakness.class,
      names = {"NO_MARK", "RETURN_WITHOUT_FENCE"})
  void shouldShowThatEachGuardIsNeeded(Weakness weakness) {
    Finding finding =
        Search.of(new LedgerProtocol(DeliveryClass.BLIND, weakness), DeliveryClass.BLIND);

    assertThat(finding.faults()).containsKey(Fault.DOUBLED);
  }

  @Test
  void shouldShowThatAbsenceFromTheListIsNoProof() {
    Finding finding =
        Search.of(
            new LedgerProtocol(DeliveryClass.QUERYABLE, Weakness.TRUST_ABSENCE),
            DeliveryClass.QUERYABLE);

    assertThat(finding.faults()).containsKey(Fault.DOUBLED);
  }

  @Test
  void shouldShowThatAMessageInDoubtMustNotGoToAPerson() {
    Finding finding =
        Search.of(
            new LedgerProtocol(DeliveryClass.KEYED, Weakness.FORGET_DOUBT), DeliveryClass.KEYED);

    assertThat(finding.faults()).containsKey(Fault.DOUBLED);
  }
}
