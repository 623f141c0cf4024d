package dev.outreach.sandbox.instagram;

import dev.outreach.sandbox.ledger.Ledger;
import dev.outreach.sandbox.ledger.LedgerEntry;
import dev.outreach.sandbox.wire.Hashes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which hashtags each account asked for, folded from the ledger and continued in it. Thread-safe.
 */
final class HashtagMemory {

  private static final Duration WINDOW = Duration.ofDays(7);
  private static final int PER_WINDOW = 30;

  private final Map<String, Map<String, Instant>> byAccount = new HashMap<>();
  private final Map<String, String> byId = new HashMap<>();
  private final Ledger ledger;
  private final Clock clock;

  HashtagMemory(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
    ledger.replay(
        entry -> {
          if (entry instanceof LedgerEntry.KeywordQueried query
              && query.platform().equals(InstagramSimulator.PLATFORM)) {
            apply(query);
          }
        });
  }

  /**
   * Counts a hashtag; one already asked for within the window is free and does not restart its
   * time. False where the account's allowance is used up.
   */
  synchronized boolean ask(String account, String hashtag) {
    List<String> inWindow = inWindow(account);
    if (inWindow.contains(hashtag)) {
      return true;
    }
    if (inWindow.size() >= PER_WINDOW) {
      return false;
    }
    var query =
        new LedgerEntry.KeywordQueried(
            InstagramSimulator.PLATFORM, account, hashtag, clock.millis());
    ledger.appendDurably(query);
    apply(query);
    return true;
  }

  synchronized List<String> inWindow(String account) {
    Instant since = clock.instant().minus(WINDOW);
    return byAccount.getOrDefault(account, Map.of()).entrySet().stream()
        .filter(asked -> asked.getValue().isAfter(since))
        .map(Map.Entry::getKey)
        .toList();
  }

  synchronized Optional<String> name(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Hashtag ids are the same for everybody and for ever. */
  static String id(String hashtag) {
    long number = Hashes.number("hashtag", hashtag) % 10_000_000_000L;
    return "1784156" + String.format(Locale.ROOT, "%010d", number);
  }

  private void apply(LedgerEntry.KeywordQueried query) {
    byId.put(id(query.keyword()), query.keyword());
    byAccount
        .computeIfAbsent(query.account(), _ -> new HashMap<>())
        .put(query.keyword(), Instant.ofEpochMilli(query.at()));
  }
}
