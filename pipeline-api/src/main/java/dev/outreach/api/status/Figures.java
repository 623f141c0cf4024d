package dev.outreach.api.status;

import dev.outreach.readmodel.StageCounts;
import dev.outreach.readmodel.TodayCounts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Counts by the words of the read model. For one thread. */
final class Figures {

  private final Map<String, Long> figures = new HashMap<>();

  void count(String word) {
    figures.merge(word, 1L, Long::sum);
  }

  void count(Enum<?> symbol) {
    count(symbol.name().toLowerCase(Locale.ROOT));
  }

  StageCounts stages() {
    return new StageCounts(
        of("people"),
        of("discovered"),
        of("reviewed"),
        of("qualified"),
        of("rejected"),
        of("not_started"),
        of("drafting"),
        of("drafted"),
        of("queued"),
        of("waiting_manual"),
        of("sent"),
        of("followup_ready"),
        of("replied"),
        of("failed"),
        of("unconfirmed"),
        of("opted_out"),
        of("exhausted"));
  }

  TodayCounts today(LocalDate day, ZoneId zone) {
    return new TodayCounts(
        day,
        zone.getId(),
        of("discovered"),
        of("reviewed"),
        of("qualified"),
        of("rejected"),
        of("drafted"),
        of("queued"),
        of("sent"),
        of("replied"),
        of("failed"),
        of("unconfirmed"),
        of("opted_out"));
  }

  private long of(String word) {
    return figures.getOrDefault(word, 0L);
  }
}
