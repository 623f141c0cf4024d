package dev.outreach.sending.dispatch;

import static dev.outreach.sending.support.OrderFixture.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.audit.LedgerAudit;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Outlets;
import dev.outreach.sending.ledger.Accounts;
import dev.outreach.sending.ledger.SendLedger;
import dev.outreach.sending.support.FakePlatform;
import dev.outreach.sending.support.Postgres;
import dev.outreach.sending.support.SendingFixture;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ledgered sends against a platform that answers at once: the ledger must not be the bottleneck.
 */
@ExtendWith(Postgres.class)
class ThroughputIT {

  private static final Logger log = LoggerFactory.getLogger(ThroughputIT.class);
  private static final int MESSAGES = 5_000;

  /** Far below what an idle machine does; the figure itself is logged. */
  private static final int LEAST_PER_SECOND = 100;

  @Test
  void shouldShareTransactionsBetweenWorkers(HikariDataSource database) {
    SendingFixture fixture = new SendingFixture(database);
    FakePlatform platform = new FakePlatform(DeliveryClass.BLIND, fixture.clock());
    fixture.order(
        IntStream.range(0, MESSAGES)
            .mapToObj(i -> answer("person" + i, fixture.clock().instant()))
            .toArray(Order[]::new));
    DispatchSettings settings = DispatchSettings.standard().withInFlight(512);
    Outlets outlets = SendingFixture.outlets(platform);

    long begun = System.nanoTime();
    try (SendLedger ledger = fixture.ledger(outlets, settings);
        Dispatcher dispatcher =
            new Dispatcher(
                ledger, new Accounts(fixture.database()), outlets, settings, fixture.clock())) {
      dispatcher.start();
      Awaitility.await()
          .dontCatchUncaughtExceptions()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> fixture.count("SENT") == MESSAGES);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;

    log.warn("{} ledgered sends in {} s", MESSAGES, seconds);
    assertThat(MESSAGES / seconds).isGreaterThan(LEAST_PER_SECOND);
    assertThat(platform.accepted()).hasSize(MESSAGES);
    assertThat(new LedgerAudit(fixture.database()).proveReceipts().findings()).isEmpty();
  }
}
