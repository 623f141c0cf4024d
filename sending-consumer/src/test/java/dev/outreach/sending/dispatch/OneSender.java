package dev.outreach.sending.dispatch;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.support.FakePlatform;
import dev.outreach.sending.support.Postgres;
import dev.outreach.sending.support.SendingFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A sender on an empty ledger, and a platform that says nothing of what it has. */
@ExtendWith(Postgres.class)
abstract class OneSender {

  SendingFixture fixture;
  FakePlatform platform;

  @BeforeEach
  void prepare(HikariDataSource database) {
    fixture = new SendingFixture(database);
    platform = new FakePlatform(DeliveryClass.BLIND, fixture.clock());
  }

  @AfterEach
  void stop() {
    fixture.close();
  }
}
