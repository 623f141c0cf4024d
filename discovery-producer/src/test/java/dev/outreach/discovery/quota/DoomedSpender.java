package dev.outreach.discovery.quota;

import dev.outreach.platforms.Platform;
import dev.outreach.platforms.quota.Quota;
import dev.outreach.platforms.quota.QuotaAccount;
import dev.outreach.platforms.quota.QuotaWindow;
import dev.outreach.platforms.quota.Taken;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes,
                DoomedSpender.class.getName(),
                jdbcUrl,
                calls.toString()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
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
