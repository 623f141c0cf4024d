package dev.outreach.platforms.transport;

import dev.outreach.platforms.Platform;
import dev.outreach.platforms.quota.AccountQuotas;
import dev.outreach.platforms.quota.QuotaAccount;
import dev.outreach.platforms.quota.QuotaBook;
import java.time.Clock;

/**
 * What every adapter works with.
 *
 * @param quotas where what finding people spends is counted
 */
public record Reach(HttpTransport transport, Clock clock, QuotaBook quotas) {

  /** Without a count. */
  public Reach(HttpTransport transport, Clock clock) {
    this(transport, clock, QuotaBook.uncounted());
  }

  /** The quotas of one of our accounts. */
  public AccountQuotas quotasOf(Platform platform, String account) {
    return new AccountQuotas(new QuotaAccount(platform, account), quotas, clock);
  }
}
