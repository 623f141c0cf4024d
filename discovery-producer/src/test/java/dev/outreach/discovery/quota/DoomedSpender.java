package dev.outreach.discovery.quota;

import dev.outreach.discovery.TestProcess;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.quota.Quota;
import dev.outreach.platforms.quota.QuotaAccount;
import dev.outreach.platforms.quota.QuotaWindow;
import dev.outreach.platforms.quota.Taken;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that reserves and spends until it is killed; each byte of its file is a call. */
final class DoomedSpender {

  static final Quota CALLS =
      new Quota(
          "calls",
          "calls in a day",
          OptionalInt.of(1_000_000),
          new QuotaWindow.Rolling(Duration.ofDays(1)));
  static final QuotaAccount ACCOUNT = new QuotaAccount(Platform.TIKTOK, "doomed");

  private DoomedSpender() {}

  static Process launch(String jdbcUrl, Path calls) throws IOException {
    return TestProcess.start(DoomedSpender.class, 64, Redirect.DISCARD, jdbcUrl, calls.toString());
  }

  /** Address of the database, file of calls. */
  public static void main(String[] arguments) throws IOException {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(arguments[0]);
    QuotaLedger ledger = new QuotaLedger(database, Clock.systemUTC());
    try (OutputStream calls =
        Files.newOutputStream(
            Path.of(arguments[1]), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (ledger.take(ACCOUNT, CALLS, "") instanceof Taken.Reserved) {
        calls.write('c');
      }
    }
  }
}
