package dev.outreach.benchmarks.fullpath;

import dev.outreach.benchmarks.harness.Store;
import dev.outreach.benchmarks.people.Feed;
import dev.outreach.benchmarks.people.Funnel;
import dev.outreach.benchmarks.people.Funnel.Step;
import dev.outreach.benchmarks.report.Report;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * How long after its time an event is visible. Records are published by a timetable, and the time
 * of the timetable counts, so that a pause of anybody delays nobody's clock.
 */
final class Latency {

  private static final String SERIES = "steady";
  private static final Duration TICK = Duration.ofMillis(1);
  private static final double MEDIAN_MILLIS = 40;
  private static final double NINETY_NINTH_MILLIS = 200;

  private final FullPathOptions options;
  private final Store store;
  private final Clock clock;
  private final PrintWriter out;

  Latency(FullPathOptions options, Store store, Clock clock, PrintWriter out) {
    this.options = options;
    this.store = store;
    this.clock = clock;
    this.out = out;
  }

  void measure(Report report) throws InterruptedException {
    out.printf("at %,d events a second%n", options.rate());
    Timetable timetable = new Timetable(options.rate());
    // Few records at a time take other ways through the code than many: first they are compiled.
    Duration warmUp = options.length();
    int slots = Math.toIntExact(options.rate() * warmUp.plus(options.length()).toSeconds());
    try (Visibility visibility = new Visibility(store);
        Whereabouts whereabouts = new Whereabouts(store, SERIES, timetable);
        Feed feed = new Feed(store.kafka(), store.topics(), new Funnel(SERIES))) {
      long begun = System.nanoTime();
      publish(feed, timetable, slots, begun);
      long published = timetable.published(slots);
      whereabouts.await(published);
      visibility.await(whereabouts.last());
      report(whereabouts.latencies(visibility, begun, warmUp), report);
    }
  }

  private void publish(Feed feed, Timetable timetable, int slots, long begun) {
    for (int slot = 0; slot < slots; slot++) {
      for (long early = timetable.due(slot) - (System.nanoTime() - begun);
          early > 0;
          early = timetable.due(slot) - (System.nanoTime() - begun)) {
        LockSupport.parkNanos(Math.min(early, TICK.toNanos()));
      }
      int person = timetable.person(slot);
      if (person >= 0) {
        feed.one(timetable.isFound(slot) ? Step.FOUND : Step.REVIEWED, person, clock.instant());
      }
    }
    feed.settle();
  }

  private void report(double[] millis, Report report) {
    Arrays.sort(millis);
    double median = at(millis, 0.5);
    double ninetyNinth = at(millis, 0.99);
    report
        .with("events a second while latency is measured", options.rate())
        .figure("latency, median", median, "ms")
        .figure("latency, 90 of 100", at(millis, 0.9), "ms")
        .figure("latency, 99 of 100", ninetyNinth, "ms")
        .figure("latency, worst", millis[millis.length - 1], "ms")
        .count("latencies measured", millis.length)
        .check(
            "median at most 40 ms, 99 of 100 at most 200 ms",
            median <= MEDIAN_MILLIS && ninetyNinth <= NINETY_NINTH_MILLIS,
            String.format(Locale.ROOT, "%.1f ms and %.1f ms", median, ninetyNinth));
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))];
  }
}
