package dev.outreach.standalone.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything the embedded servers keep, owned by one process at a time.
 *
 * <p>Ownership is a file lock, which the operating system releases however the process ends.
 */
public final class DataFolder implements AutoCloseable {

  /** The format this version writes. A folder of a higher one is refused. */
  static final int FORMAT = 1;

  /** With less than this many bytes left on the disk nothing is started. */
  static final long REQUIRED_BYTES = 200L << 20;

  private final Path path;
  private final FileChannel lockFile;
  private final long requiredBytes;

  private DataFolder(Path path, FileChannel lockFile, long requiredBytes) {
    this.path = path;
    this.lockFile = lockFile;
    this.requiredBytes = requiredBytes;
  }

  /**
   * Creates the folder where it is missing and takes it for this process.
   *
   * @throws StartFailure where another process holds it, a newer version wrote it, the disk is
   *     full, or it cannot be written
   */
  public static DataFolder open(Path folder) throws StartFailure {
    return open(folder, REQUIRED_BYTES);
  }

  static DataFolder open(Path folder, long requiredBytes) throws StartFailure {
    try {
      Path path = Files.createDirectories(folder).toRealPath();
      DataFolder opened = new DataFolder(path, lock(path), requiredBytes);
      try {
        opened.prepare();
      } catch (IOException | StartFailure e) {
        opened.close();
        throw e;
      }
      return opened;
    } catch (IOException e) {
      throw StartFailure.componentFailed(
          "The data folder",
          folder + " cannot be used (" + e + "); choose another with --data-dir.",
          e);
    }
  }

  private static FileChannel lock(Path path) throws IOException, StartFailure {
    FileChannel channel =
        FileChannel.open(
            path.resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      String holder = Files.readString(path.resolve("lock")).strip();
      channel.close();
      throw StartFailure.dataFolderInUse(path, holder.isEmpty() ? "(unknown)" : holder);
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null; // held by this very process
    }
  }

  private void prepare() throws IOException, StartFailure {
    Path file = path.resolve("version");
    String version = Files.exists(file) ? Files.readString(file).strip() : "";
    refuseNewer(version);
    if (isFull()) {
      throw StartFailure.diskFull(path, null);
    }
    // An empty file is what a crash or a full disk leaves of the very first start.
    if (version.isEmpty()) {
      Files.writeString(file, FORMAT + "\n");
    }
    Files.createDirectories(logs());
  }

  private void refuseNewer(String version) throws IOException, StartFailure {
    if (version.isEmpty()) {
      return;
    }
    if (!version.matches("\\d{1,9}")) {
      throw new IOException("its file 'version' holds no number");
    }
    int found = Integer.parseInt(version);
    if (found > FORMAT) {
      throw StartFailure.dataFolderNewer(path, found);
    }
  }

  /** The folder itself, absolute and without symbolic links. */
  public Path path() {
    return path;
  }

  /** Where logs go. */
  public Path logs() {
    return path.resolve("logs");
  }

  Path kafka() {
    return path.resolve("kafka");
  }

  Path postgres() {
    return path.resolve("postgres");
  }

  Path registry() {
    return path.resolve("registry");
  }

  /** Whether the disk has too little room left to go on. */
  public boolean isFull() {
    try {
      return Files.getFileStore(path).getUsableSpace() < requiredBytes;
    } catch (IOException _) {
      return false; // the room is unknown: whoever needs it will say what fails
    }
  }

  /** Gives the folder up. */
  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lock of " + path + " cannot be released", e);
    }
  }
}
