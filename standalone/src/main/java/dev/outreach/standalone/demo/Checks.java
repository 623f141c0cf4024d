package dev.outreach.standalone.demo;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.standalone.stack.Databases;
import dev.outreach.standalone.stack.LocalStack;
import dev.outreach.standalone.verify.CountCheck;
import dev.outreach.standalone.verify.EventLog;
import dev.outreach.standalone.verify.LedgerCheck;
import java.io.IOException;
import java.io.PrintWriter;

/** What must be equal when the funnel is through. */
final class Checks {

  private final LocalStack.Running running;

  Checks(LocalStack.Running running) {
    this.running = running;
  }

  /** Prints every check; true only where all agree. */
  boolean print(PrintWriter out) throws IOException, InterruptedException {
    try (HikariDataSource database = Databases.of(running.settings(), running.addresses())) {
      out.println();
      out.println("Counts beside a full recount");
      boolean counts = new CountCheck(database).print(out);
      out.println();
      out.println("Send ledger beside what the simulated platforms received");
      boolean ledger =
          new LedgerCheck(
                  database,
                  LedgerCheck.Witness.of(running.addresses()),
                  EventLog.of(running.settings()))
              .print(out);
      out.println();
      out.println(counts && ledger ? "Everything agrees." : "Something does NOT agree.");
      return counts && ledger;
    }
  }
}
