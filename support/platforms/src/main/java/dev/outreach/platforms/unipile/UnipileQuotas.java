package dev.outreach.platforms.unipile;

import dev.outreach.platforms.Effort;
import dev.outreach.platforms.quota.AccountQuotas;
import dev.outreach.platforms.quota.Charge;
import dev.outreach.platforms.quota.Quota;
import dev.outreach.platforms.quota.QuotaWindow;
import java.util.OptionalInt;

/** What the account behind a session may do in a day without being taken for a machine. */
final class UnipileQuotas {

  private final AccountQuotas quotas;
  private final Quota searches;
  private final Quota profiles;

  UnipileQuotas(AccountQuotas quotas, UnipileSettings.Daily daily) {
    this.quotas = quotas;
    this.searches = aDay("searches-a-day", "pages of searches a day", daily.searches());
    this.profiles = aDay("profiles-a-day", "profiles looked at a day", daily.profiles());
  }

  Charge search() {
    return quotas.charge(searches);
  }

  Charge profile() {
    return quotas.charge(profiles);
  }

  /** A call that no daily figure is known of. */
  Charge call() {
    return quotas.call();
  }

  Effort.Allowance allowance() {
    return new Effort.Allowance(
        searches.words(),
        searches.most().orElseThrow(),
        OptionalInt.empty(),
        quotas.left(searches));
  }

  private static Quota aDay(String name, String words, int most) {
    return new Quota(name, words, OptionalInt.of(most), new QuotaWindow.UtcDay());
  }
}
