package dev.outreach.sandbox.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The append-only ledger, held in one NDJSON file. Appending fixes the order at once; {@link
 * #awaitDurable} returns when the entry has reached the disk, many entries sharing one fsync.
 * Thread-safe.
 */
public final class Ledger implements AutoCloseable {

  private final List<Recorded> entries;
  private final GroupCommitFile file;

  private Ledger(List<Recorded> entries, GroupCommitFile file) {
    this.entries = entries;
    this.file = file;
  }

  /**
   * Opens the ledger, rereading what an earlier process accepted. A last line cut short by a crash
   * was never acknowledged and is dropped.
   */
  public static Ledger open(Path path) throws IOException {
    List<Recorded> history = new ArrayList<>(LedgerFormat.readAll(path));
    return new Ledger(history, GroupCommitFile.open(path, history.size()));
  }

  /** Appends and returns at once; the entry is in order but not yet durable. */
  public synchronized Recorded append(LedgerEntry entry) {
    Recorded recorded = new Recorded(entries.size() + 1L, entry);
    entries.add(recorded);
    file.enqueue(recorded);
    return recorded;
  }

  /** Appends and waits until the entry is on disk. */
  public Recorded appendDurably(LedgerEntry entry) {
    Recorded recorded = append(entry);
    awaitDurable(recorded.seq());
    return recorded;
  }

  /** Waits until everything up to {@code seq} is on disk. */
  public void awaitDurable(long seq) {
    file.awaitDurable(seq);
  }

  /**
   * Waits until all that was appended so far is on disk, so that nobody reads what a crash could
   * still undo.
   */
  public void awaitDurable() {
    awaitDurable(size());
  }

  /** Hands every entry so far to {@code reader}, in order. */
  public void replay(Consumer<LedgerEntry> reader) {
    after(0).forEach(recorded -> reader.accept(recorded.entry()));
  }

  /** The entries past {@code seq}, in order. */
  public synchronized List<Recorded> after(long seq) {
    return List.copyOf(entries.subList((int) Math.min(seq, entries.size()), entries.size()));
  }

  public synchronized long size() {
    return entries.size();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
