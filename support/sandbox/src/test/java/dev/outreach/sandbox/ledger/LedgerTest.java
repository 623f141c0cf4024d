package dev.outreach.sandbox.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

  private static final int MANY = 2_000;

  @TempDir private Path folder;

  @Test
  void shouldHoldWhatItHeldBefore() throws IOException {
    Path file = folder.resolve("ledger.ndjson");
    try (Ledger ledger = Ledger.open(file)) {
      ledger.appendDurably(accepted(1));
      ledger.append(new LedgerEntry.Opened(7));
    }

    try (Ledger reopened = Ledger.open(file)) {
      reopened.append(new LedgerEntry.Opened(8));

      assertThat(reopened.after(0))
          .containsExactly(
              new Recorded(1, accepted(1)),
              new Recorded(2, new LedgerEntry.Opened(7)),
              new Recorded(3, new LedgerEntry.Opened(8)));
    }
  }

  @Test
  void shouldDropALineThatACrashCutShort() throws IOException {
    Path file = folder.resolve("ledger.ndjson");
    try (Ledger ledger = Ledger.open(file)) {
      ledger.appendDurably(accepted(1));
    }
    Files.writeString(file, "{\"seq\":2,\"entry\":{\"ty", StandardOpenOption.APPEND);
    try (Ledger reopened = Ledger.open(file)) {
      reopened.appendDurably(accepted(2));
    }

    try (Ledger again = Ledger.open(file)) {
      assertThat(again.after(0))
          .containsExactly(new Recorded(1, accepted(1)), new Recorded(2, accepted(2)));
    }
  }

  @Test
  void shouldSayWhichLineItCannotRead() throws IOException {
    Path file = folder.resolve("ledger.ndjson");
    Files.writeString(file, "not a ledger\n");

    assertThatThrownBy(() -> Ledger.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 1");
  }

  @Test
  void shouldKeepEveryEntryOfManyWriters() throws IOException {
    Path file = folder.resolve("ledger.ndjson");
    try (Ledger ledger = Ledger.open(file);
        ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> done = new ArrayList<>();
      for (int number = 0; number < MANY; number++) {
        LedgerEntry entry = accepted(number);
        done.add(CompletableFuture.runAsync(() -> ledger.appendDurably(entry), writers));
      }
      done.forEach(CompletableFuture::join);
    }

    assertThat(Files.readAllLines(file)).hasSize(MANY);
    try (Ledger reopened = Ledger.open(file)) {
      assertThat(reopened.after(0).stream().map(Recorded::seq).toList())
          .isSorted()
          .doesNotHaveDuplicates();
      assertThat(reopened.after(0))
          .extracting(Recorded::entry)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, MANY).<LedgerEntry>mapToObj(LedgerTest::accepted).toList());
    }
  }

  private static LedgerEntry accepted(int number) {
    return new LedgerEntry.MessageAccepted(
        "instagram",
        number,
        new LedgerEntry.Conversation("account", "person", "address", "thread"),
        new LedgerEntry.Message("id" + number, "Grüße\n\"Nr.\" " + number));
  }
}
