package dev.outreach.readmodel;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The words PostgreSQL knows for platforms and statuses: what a filter may ask for. */
final class Words {

  static final Set<String> PLATFORMS =
      Set.of("linkedin", "instagram", "tiktok", "facebook", "unknown");
  static final Set<String> DISCOVERY_STATUSES =
      Set.of("discovered", "reviewed", "qualified", "rejected");
  static final Set<String> OUTREACH_STATUSES =
      Set.of(
          "not_started",
          "drafting",
          "drafted",
          "queued",
          "sent",
          "replied",
          "failed",
          "unconfirmed",
          "opted_out",
          "exhausted");
  static final Set<String> MESSAGE_STATUSES =
      Set.of(
          "drafted",
          "queued",
          "waiting_manual",
          "sent",
          "failed",
          "unconfirmed",
          "cancelled",
          "discarded");

  static final Set<String> JOB_STATUSES =
      Set.of("running", "waiting", "paused", "completed", "failed", "cancelled");
  static final Set<String> JOB_SOURCES = Set.of("topic", "table", "http", "file");

  private static final int LARGEST_PAGE = 1_000;

  private Words() {}

  static void check(String field, Set<String> given, Set<String> known) {
    if (!known.containsAll(given)) {
      throw new IllegalArgumentException(
          field + " has an unknown word: use some of " + new TreeSet<>(known));
    }
  }

  static void check(String field, @Nullable String given, Set<String> known) {
    if (given != null) {
      check(field, Set.of(given), known);
    }
  }

  static void checkLimit(int limit) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new IllegalArgumentException(
          "limit is " + limit + ": use a number from 1 to " + LARGEST_PAGE);
    }
  }
}
