package dev.outreach.sandbox.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries in order from one thread: whatever has queued up while a sync ran shares the next
 * one.
 */
final class GroupCommitFile implements AutoCloseable {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition queued = lock.newCondition();
  private final Condition advanced = lock.newCondition();
  private final FileChannel channel;
  private final Thread writer;
  // All below are guarded by the lock.
  private List<Recorded> queue = new ArrayList<>();
  private long durableSeq;
  private boolean closing;
  private @Nullable IOException failure;

  private GroupCommitFile(FileChannel channel, long durableSeq) {
    this.channel = channel;
    this.durableSeq = durableSeq;
    this.writer =
        Thread.ofPlatform().daemon().name("sandbox-ledger").unstarted(this::writeUntilClosed);
  }

  static GroupCommitFile open(Path path, long durableSeq) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    GroupCommitFile file = new GroupCommitFile(channel, durableSeq);
    file.writer.start();
    return file;
  }

  void enqueue(Recorded recorded) {
    lock.lock();
    try {
      queue.add(recorded);
      queued.signal();
    } finally {
      lock.unlock();
    }
  }

  void awaitDurable(long seq) {
    lock.lock();
    try {
      while (durableSeq < seq) {
        if (failure != null) {
          throw new UncheckedIOException("the ledger cannot be written", failure);
        }
        advanced.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Writes what is queued, then closes. */
  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      closing = true;
      queued.signal();
      while (channel.isOpen() && failure == null) {
        advanced.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
    channel.close();
  }

  private void writeUntilClosed() {
    List<Recorded> batch = nextBatch();
    while (!batch.isEmpty()) {
      write(batch);
      batch = nextBatch();
    }
    finish();
  }

  /** Empty once closing and nothing is left. */
  private List<Recorded> nextBatch() {
    lock.lock();
    try {
      while (queue.isEmpty() && !closing) {
        queued.awaitUninterruptibly();
      }
      List<Recorded> batch = queue;
      queue = new ArrayList<>();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void write(List<Recorded> batch) {
    try {
      ByteBuffer lines = LedgerFormat.lines(batch);
      while (lines.hasRemaining()) {
        channel.write(lines);
      }
      channel.force(false);
      advance(batch.getLast().seq());
    } catch (IOException broken) {
      fail(broken);
    }
  }

  private void finish() {
    try {
      channel.close();
      advance(durableSeq);
    } catch (IOException broken) {
      fail(broken);
    }
  }

  private void advance(long seq) {
    lock.lock();
    try {
      // Once a write failed the file may hold half a line: nothing after it counts as durable.
      durableSeq = failure == null ? seq : durableSeq;
      advanced.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void fail(IOException broken) {
    lock.lock();
    try {
      failure = failure == null ? broken : failure;
      advanced.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
