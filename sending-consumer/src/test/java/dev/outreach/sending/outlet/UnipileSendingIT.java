package dev.outreach.sending.outlet;

import static dev.outreach.sending.support.SendingFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Enrichment;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.connected.ConnectedPlatforms;
import dev.outreach.sandbox.Sandbox;
import dev.outreach.sandbox.SandboxSettings;
import dev.outreach.sandbox.unipile.UnipileSettings;
import dev.outreach.sending.audit.Accepted;
import dev.outreach.sending.audit.AuditReport;
import dev.outreach.sending.audit.LedgerAudit;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.support.OrderFixture;
import dev.outreach.sending.support.Postgres;
import dev.outreach.sending.support.SandboxWitness;
import dev.outreach.sending.support.SendingFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** LinkedIn through a third party: strangers are invited once the risk is accepted. */
@ExtendWith(Postgres.class)
class UnipileSendingIT {

  private static final String STRANGER = "calm.stranger";
  private static final From MEMBER = new From("LINKEDIN", "member");

  @TempDir private Path folder;
  private SendingFixture fixture;
  private Sandbox sandbox;
  private SandboxWitness witness;
  private ConnectedPlatforms platforms;
  private String address;

  @BeforeEach
  void start(HikariDataSource database) throws IOException {
    fixture = new SendingFixture(database);
    sandbox = Sandbox.start(SandboxSettings.in(folder, fixture.clock()));
    witness = new SandboxWitness(sandbox.uri());
    witness.stranger("unipile", STRANGER);
    UnipileSettings unipile = UnipileSettings.defaults();
    Map<String, String> settings =
        Map.of(
            "OUTREACH_UNIPILE_TOKEN",
            unipile.apiKey(),
            "OUTREACH_UNIPILE_BASE_URL",
            sandbox.platformUri("unipile").toString(),
            "OUTREACH_UNIPILE_LINKEDIN_ACCOUNT_ID",
            unipile.linkedinAccount(),
            "OUTREACH_UNIPILE_WEBHOOK_SECRET",
            "secret",
            "OUTREACH_UNIPILE_RISK_ACCEPTED_BY",
            "Mara Stein",
            "OUTREACH_UNIPILE_RISK_ACCEPTED_ON",
            "2026-01-02");
    platforms =
        ConnectedPlatforms.of(key -> Optional.ofNullable(settings.get(key)), fixture.clock());
    address = addressOf(STRANGER);
  }

  @AfterEach
  void stop() throws IOException {
    fixture.close();
    platforms.close();
    sandbox.close();
  }

  @Test
  void shouldInviteNobodyBeforeTheRiskIsAccepted() {
    Order order = first("Hello, shall we connect?");
    fixture.order(order);
    fixture.startDispatcher(
        ConnectedOutlets.of(platforms, Map.of(Platform.LINKEDIN, "member"), fixture.clock()));

    eventually()
        .until(() -> fixture.reasonCode(order).equals(Optional.of("THIRD_PARTY_NOT_ACCEPTED")));
    assertThat(witness.accepted()).isEmpty();
  }

  @Test
  void shouldInviteAStrangerAndWriteOnceTheyAccepted() {
    Order invitation = first("Hello, shall we connect?");
    Order followUp = OrderFixture.step(invitation, 1);
    fixture.order(invitation);
    fixture.number("SELECT social_send_accept_risk('LINKEDIN', 'member', 'Mara Stein', now())");
    fixture.startDispatcher(
        ConnectedOutlets.of(platforms, Map.of(Platform.LINKEDIN, "member"), fixture.clock()));
    eventually().until(() -> fixture.state(invitation).equals("SENT"));

    fixture.order(followUp);
    eventually()
        .until(() -> fixture.reasonCode(followUp).equals(Optional.of("RECIPIENT_UNREACHABLE")));
    assertThat(fixture.state(followUp)).isEqualTo("READY");
    assertThat(witness.accepted()).hasSize(1);

    witness.accepts("unipile", STRANGER);
    fixture.clock().advance(Duration.ofDays(1));
    eventually().until(() -> fixture.state(followUp).equals("SENT"));
    assertThat(witness.accepted()).extracting(Accepted::recipient).containsOnly(address);
    assertThat(new LedgerAudit(fixture.database()).verify(witness::accepted))
        .isEqualTo(new AuditReport(2, 2, 2, 0, List.of()));
  }

  private String addressOf(String username) {
    Discovery discovery =
        platforms.thirdParty().of(Platform.LINKEDIN).orElseThrow().discovery().orElseThrow();
    Enrichment.Enriched found =
        (Enrichment.Enriched) discovery.enrich(List.of(username)).results().getFirst();
    return Objects.requireNonNull(found.profile().identity().externalId(), "everybody has an id");
  }

  private Order first(String text) {
    Order order = OrderFixture.order(STRANGER, MEMBER, Optional.empty(), fixture.clock().instant());
    return OrderFixture.saying(OrderFixture.to(order, address), text);
  }
}
