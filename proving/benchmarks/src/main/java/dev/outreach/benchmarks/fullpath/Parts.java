package dev.outreach.benchmarks.fullpath;

import dev.outreach.benchmarks.harness.PartProcess;
import dev.outreach.benchmarks.harness.ProcessorTime;
import dev.outreach.benchmarks.harness.Store;
import dev.outreach.benchmarks.report.Report;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who uses the processors while the whole path is measured. */
record Parts(Store store, PartProcess processor, PartProcess projector) {

  /** How much processor time each has used so far. */
  Map<String, Duration> used() {
    Map<String, Duration> used = new LinkedHashMap<>();
    used.put("profile-processor", ProcessorTime.of(processor.id()));
    used.put("status-projector", ProcessorTime.of(projector.id()));
    used.put("PostgreSQL", ProcessorTime.ofFamily(store.database().processId()));
    used.put("broker and load", ProcessorTime.of(ProcessHandle.current().pid()));
    return used;
  }

  /** Reports what was used since, for each event. */
  void report(Report report, Map<String, Duration> before, long events) {
    double total = 0;
    for (Map.Entry<String, Duration> now : used().entrySet()) {
      Duration spent = now.getValue().minus(before.getOrDefault(now.getKey(), Duration.ZERO));
      double each = spent.toNanos() / 1e3 / events;
      total += each;
      report.figure("processor time of " + now.getKey(), each, "µs an event");
    }
    report.figure("processor time of all", total, "µs an event");
  }
}
