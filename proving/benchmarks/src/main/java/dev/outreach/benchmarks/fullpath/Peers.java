package dev.outreach.benchmarks.fullpath;

import dev.outreach.benchmarks.harness.PartProcess;
import dev.outreach.benchmarks.harness.Store;
import dev.outreach.benchmarks.parts.CopyPart;
import dev.outreach.benchmarks.parts.DebeziumSink;
import dev.outreach.benchmarks.parts.SingleUpserts;
import dev.outreach.benchmarks.report.Report;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The same events through a bare copy and through plain sinks, one after the other. */
final class Peers {

  private final FullPathOptions options;
  private final Store store;
  private final Class<?> main;
  private final PrintWriter out;

  Peers(FullPathOptions options, Store store, Class<?> main, PrintWriter out) {
    this.options = options;
    this.store = store;
    this.main = main;
    this.out = out;
  }

  void measure(Report report) throws InterruptedException {
    try (Admin admin = Admin.create(store.kafka().admin())) {
      createTargetOfTheCopy(admin);
      one("COPY", CopyPart.APPLICATION, "bare Streams copy", Integer.MAX_VALUE, report, admin);
      one(
          "DEBEZIUM_SINK_AT_ITS_FASTEST",
          DebeziumSink.Setup.AT_ITS_FASTEST.group(),
          "Debezium JDBC sink at its fastest, no counts",
          options.sampledInBatches(),
          report,
          admin);
      one(
          "DEBEZIUM_SINK",
          DebeziumSink.Setup.AS_IT_COMES.group(),
          "Debezium JDBC sink as it comes, no counts",
          options.sampledInBatches(),
          report,
          admin);
      one(
          "SINGLE_UPSERTS",
          SingleUpserts.GROUP,
          "single upserts with recount",
          options.sampled(),
          report,
          admin);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a peer could not be measured", failure.getCause());
    }
  }

  private void one(String part, String group, String name, int most, Report report, Admin admin)
      throws InterruptedException, ExecutionException {
    out.println("peer: " + name);
    Progress progress = new Progress(admin, store, group);
    try (PartProcess process =
        PartProcess.start(main, part, store.addresses(), options.folder().resolve("logs"))) {
      process.awaitReady();
      report.figure(name + ": events a second", progress.rate(most), "");
    }
  }

  private void createTargetOfTheCopy(Admin admin) throws InterruptedException, ExecutionException {
    admin
        .createTopics(
            List.of(
                new NewTopic(
                        CopyPart.target(store.topics()),
                        Optional.of(store.topics().profileEvents().partitions()),
                        Optional.empty())
                    .configs(Map.of())))
        .all()
        .get();
  }
}
