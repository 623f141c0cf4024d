package dev.outreach.platforms.quota;

import java.util.Optional;
import java.util.Set;

/**
 * The count of what accounts have spent, shared by all who spend. Thread-safe; every method may
 * throw {@link QuotaBookAway}.
 */
public interface QuotaBook {

  /** Reserves one use, durable when this returns, or nothing. */
  Taken take(QuotaAccount account, Quota quota, String use);

  /** What counts now; empty where nobody counts. */
  Optional<Standing> standing(QuotaAccount account, Quota quota);

  /** Leaves something alone; a later end stays where one is noted already. */
  void pause(QuotaAccount account, String scope, Pause pause);

  /** The last of the pauses of these scopes that is not over. */
  Optional<Pause> paused(QuotaAccount account, Set<String> scopes);

  /** Counts nothing and allows everything: for those who only send messages, and for tests. */
  static QuotaBook uncounted() {
    return new QuotaBook() {

      @Override
      public Taken take(QuotaAccount account, Quota quota, String use) {
        return new Taken.Reserved();
      }

      @Override
      public Optional<Standing> standing(QuotaAccount account, Quota quota) {
        return Optional.empty();
      }

      @Override
      public void pause(QuotaAccount account, String scope, Pause pause) {
        // Whoever is refused hears it from the platform again.
      }

      @Override
      public Optional<Pause> paused(QuotaAccount account, Set<String> scopes) {
        return Optional.empty();
      }
    };
  }
}
