package dev.outreach.sending.audit;

import static dev.outreach.sending.support.OrderFixture.answer;
import static dev.outreach.sending.support.SendingFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.audit.Finding.Kind;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.support.FakePlatform;
import dev.outreach.sending.support.Postgres;
import dev.outreach.sending.support.SendingFixture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Postgres.class)
class LedgerAuditIT {

  private SendingFixture fixture;
  private FakePlatform platform;
  private LedgerAudit audit;

  @BeforeEach
  void sendThreeMessages(HikariDataSource database) {
    fixture = new SendingFixture(database);
    platform = new FakePlatform(DeliveryClass.QUERYABLE, fixture.clock());
    audit = new LedgerAudit(fixture.database());
    for (String person : List.of("ann", "bob", "cyd")) {
      fixture.order(answer(person, fixture.clock().instant()));
    }
    fixture.startDispatcher(platform);
    eventually().until(() -> audit.proveReceipts().receipts() == 3);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void shouldFindNothingWhereLedgerAndPlatformAgree() {
    AuditReport report = audit.verify(this::accepted);

    assertThat(report.findings()).isEmpty();
    assertThat(report).isEqualTo(new AuditReport(3, 3, 3, 0, List.of()));
  }

  @Test
  void shouldFindNothingWhereLedgerAndLogAgree() {
    assertThat(audit.compareWithLog(this::logged)).isEmpty();
  }

  @Test
  void shouldFindWhatTheLogDoesNotSay() {
    Map<String, Logged> log = logged();
    String forgotten = log.keySet().stream().sorted().findFirst().orElseThrow();
    String unfinished = log.keySet().stream().sorted().skip(1).findFirst().orElseThrow();
    log.remove(forgotten);
    log.put(unfinished, Logged.OPEN);

    assertThat(audit.compareWithLog(() -> log))
        .extracting(Finding::kind, Finding::where)
        .containsExactlyInAnyOrder(
            tuple(Kind.NOT_IN_LOG, forgotten), tuple(Kind.NOT_IN_LOG, unfinished));
  }

  @Test
  void shouldFindWhatOnlyTheLogSays() {
    Map<String, Logged> log = logged();
    log.put("sent-elsewhere", Logged.SENT);
    log.put("never-arrived", Logged.OPEN);
    log.put("over-and-done-with", Logged.ENDED);
    String undone = log.keySet().iterator().next();
    fixture.tamper(
        "UPDATE social_send_ledger SET state = 'CANCELLED' WHERE message_id = '" + undone + "'");

    List<Finding> findings = audit.compareWithLog(() -> log);

    assertThat(findings)
        .allSatisfy(finding -> assertThat(finding.kind()).isEqualTo(Kind.NOT_IN_LEDGER))
        .extracting(Finding::where)
        .containsExactlyInAnyOrder("sent-elsewhere", "never-arrived", undone);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE social_send_receipts SET attempt = attempt + 1 WHERE sequence = 2",
        "UPDATE social_send_receipts SET recorded_at = recorded_at + interval '1 us'"
            + " WHERE sequence = 1",
        "UPDATE social_send_receipts SET thread_id = NULL WHERE sequence = 3",
        "UPDATE social_send_receipts SET hash = translate(hash, '0123456789abcdef',"
            + " '123456789abcdef0') WHERE sequence = 2",
      })
  void shouldFindAChangedReceipt(String change) {
    fixture.tamper(change);

    assertThat(audit.proveReceipts().count(Kind.RECEIPT_CHANGED)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void shouldFindAMissingReceipt(int sequence) {
    fixture.tamper("DELETE FROM social_send_receipts WHERE sequence = " + sequence);

    assertThat(audit.proveReceipts().count(Kind.CHAIN_BROKEN)).isPositive();
  }

  @Test
  void shouldFindAChangedMessage() {
    fixture.tamper("UPDATE social_send_ledger SET body = body || '!' WHERE username = 'bob'");

    assertThat(audit.proveReceipts().count(Kind.MESSAGE_CHANGED)).isEqualTo(1);
  }

  @Test
  void shouldFindARowThatClaimsAnotherEnd() {
    fixture.tamper("UPDATE social_send_ledger SET state = 'CANCELLED' WHERE username = 'bob'");

    assertThat(audit.proveReceipts().count(Kind.RECEIPT_MISMATCH)).isEqualTo(1);
  }

  @Test
  void shouldFindWhatThePlatformHasTwice() {
    Order again = platform.accepted().getFirst().order();
    platform.send(again, () -> {});

    AuditReport report = audit.verify(this::accepted);

    assertThat(report.count(Kind.DOUBLED)).isEqualTo(1);
    assertThat(report.findings()).hasSize(1);
  }

  @Test
  void shouldFindWhatThePlatformNeverHad() {
    List<Accepted> accepted = new ArrayList<>(accepted());
    accepted.removeFirst();

    assertThat(audit.verify(() -> accepted).count(Kind.LOST)).isEqualTo(1);
  }

  @Test
  void shouldMissNothingOfWhatHasNoWitness() {
    AuditReport report = audit.verify(List::of, _ -> false);

    assertThat(report).isEqualTo(new AuditReport(3, 0, 0, 0, List.of()));
  }

  @Test
  void shouldFindWhatNobodyOrdered() {
    platform.send(answer("eve", fixture.clock().instant()), () -> {});

    assertThat(audit.verify(this::accepted).count(Kind.UNKNOWN)).isEqualTo(1);
  }

  private List<Accepted> accepted() {
    return platform.accepted().stream()
        .map(
            taken ->
                Accepted.of(
                    taken.platformMessageId(),
                    taken.order().to().recipient(),
                    taken.order().text()))
        .toList();
  }

  /** What the log says where all is well. */
  private Map<String, Logged> logged() {
    Map<String, Logged> log = new LinkedHashMap<>();
    platform.accepted().forEach(taken -> log.put(taken.order().who().messageId(), Logged.SENT));
    return log;
  }
}
