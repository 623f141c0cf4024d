package dev.outreach.sending.outlet;

import static dev.outreach.sending.support.SendingFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.connected.ConnectedPlatforms;
import dev.outreach.sandbox.Sandbox;
import dev.outreach.sandbox.SandboxSettings;
import dev.outreach.sandbox.instagram.InstagramSettings;
import dev.outreach.sending.audit.AuditReport;
import dev.outreach.sending.audit.LedgerAudit;
import dev.outreach.sending.domain.Delivery;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.support.OrderFixture;
import dev.outreach.sending.support.Postgres;
import dev.outreach.sending.support.SandboxWitness;
import dev.outreach.sending.support.SendingFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real adapter against the simulator, whose own ledger is the witness. */
@ExtendWith(Postgres.class)
class InstagramSendingIT {

  @TempDir private Path folder;
  private SendingFixture fixture;
  private Sandbox sandbox;
  private SandboxWitness witness;
  private ConnectedPlatforms platforms;

  @BeforeEach
  void start(HikariDataSource database) throws IOException {
    fixture = new SendingFixture(database);
    sandbox = Sandbox.start(SandboxSettings.in(folder, fixture.clock()));
    witness = new SandboxWitness(sandbox.uri());
    var account = InstagramSettings.defaults().accounts().getFirst();
    Map<String, String> settings =
        Map.of(
            "OUTREACH_INSTAGRAM_TOKEN", account.token(),
            "OUTREACH_INSTAGRAM_ACCOUNT_ID", account.id(),
            "OUTREACH_INSTAGRAM_BASE_URL", sandbox.platformUri("instagram").toString(),
            "OUTREACH_INSTAGRAM_APP_SECRET", "app-secret",
            "OUTREACH_INSTAGRAM_VERIFY_TOKEN", "verify-me");
    platforms =
        ConnectedPlatforms.of(key -> Optional.ofNullable(settings.get(key)), fixture.clock());
  }

  @AfterEach
  void stop() throws IOException {
    fixture.close();
    platforms.close();
    sandbox.close();
  }

  @Test
  void shouldAnswerSomebodyWhoWrote() {
    Order order = orderTo("ann");
    fixture.startDispatcher(delivery());

    awaitState(order, "SENT");
    assertThat(verify()).isEqualTo(new AuditReport(1, 1, 1, 0, List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "429,SENT,1",
    "5xx,QUARANTINED,0",
    "cut,QUARANTINED,0",
    "cut_after_accept,SENT,1",
    "garbage,SENT,1",
    "timeout_after_accept,SENT,1",
    "error_after_accept,SENT,1",
  })
  void shouldSendAtMostOnceWhateverThePlatformDoes(String fault, String end, int accepted) {
    Order order = orderTo("ann");
    witness.fault("send_message", fault);
    fixture.startDispatcher(delivery());
    fixture.startCaretaker(delivery());

    eventually()
        .untilAsserted(
            () -> {
              fixture.clock().advance(Duration.ofSeconds(10));
              assertThat(fixture.state(order)).isEqualTo(end);
            });
    AuditReport report = verify();
    assertThat(report.accepted()).isEqualTo(accepted);
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void shouldHandOverWhatThePlatformAllowsNoMore() {
    fixture.clock().advance(Duration.ofHours(-25));
    Order order = orderTo("ann");
    fixture.clock().advance(Duration.ofHours(25));
    fixture.tamper(
        "UPDATE social_send_ledger SET window_open_until = window_open_until + interval '9 hours'");
    fixture.startDispatcher(delivery());

    awaitState(order, "WAITING_PERSON");
    assertThat(fixture.reasonCode(order)).contains("WINDOW_CLOSED");
    assertThat(verify().accepted()).isZero();
  }

  @Test
  void shouldSendManyUnderManyFaultsOnceEach() {
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      orders.add(orderTo("person" + i));
    }
    for (String fault : List.of("cut_after_accept", "garbage", "cut", "error_after_accept")) {
      witness.faults("send_message", fault, 5, 0.2);
    }
    fixture.startDispatcher(delivery());
    fixture.startDispatcher(delivery());
    fixture.startCaretaker(delivery());

    eventually()
        .untilAsserted(
            () ->
                assertThat(orders)
                    .allMatch(
                        order -> List.of("SENT", "QUARANTINED").contains(fixture.state(order))));
    AuditReport report = verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.sent()).isGreaterThanOrEqualTo(50);
    assertThat(report.accepted()).isEqualTo(report.sent());
  }

  private AuditReport verify() {
    return new LedgerAudit(fixture.database()).verify(witness::accepted);
  }

  private Delivery delivery() {
    return new PlatformDelivery(
        platforms.of(Platform.INSTAGRAM).orElseThrow().messaging().orElseThrow(), fixture.clock());
  }

  private Order orderTo(String person) {
    Instant now = fixture.clock().instant();
    Order order =
        OrderFixture.to(
            OrderFixture.answer(person, now), witness.personWhoWrote(person + "_of_the_test"));
    fixture.order(order);
    return order;
  }

  private void awaitState(Order order, String state) {
    eventually().untilAsserted(() -> assertThat(fixture.state(order)).isEqualTo(state));
  }
}
