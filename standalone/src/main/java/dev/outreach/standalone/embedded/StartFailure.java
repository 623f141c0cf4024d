package dev.outreach.standalone.embedded;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why the embedded servers cannot run: one line for the operator and the exit code of the process.
 */
public final class StartFailure extends Exception {

  /** What went wrong. The exit codes are part of the command's contract and never change. */
  public enum Reason {
    PORT_IN_USE(11),
    DISK_FULL(12),
    DATA_FOLDER_NEWER(13),
    DATA_FOLDER_IN_USE(14),
    COMPONENT_FAILED(15);

    private final int exitCode;

    Reason(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The exit code of a process that ends for this reason. */
    public int exitCode() {
      return exitCode;
    }
  }

  private final Reason reason;

  private StartFailure(Reason reason, String line, @Nullable Throwable cause) {
    super(line, cause);
    this.reason = reason;
  }

  /** Why the start failed; {@link #getMessage()} is the line to print. */
  public Reason reason() {
    return reason;
  }

  static StartFailure portInUse(String component, LoopbackPort port, IOException cause) {
    return new StartFailure(
        Reason.PORT_IN_USE,
        "%s cannot listen on 127.0.0.1:%d (%s): stop the program that uses this port, or choose another with %s."
            .formatted(component, port.number(), cause.getMessage(), port.variable()),
        cause);
  }

  static StartFailure diskFull(Path folder, @Nullable Throwable cause) {
    return new StartFailure(
        Reason.DISK_FULL,
        "The disk of %s is full: free at least %d MB there, or choose another folder with --data-dir."
            .formatted(folder, DataFolder.REQUIRED_BYTES >> 20),
        cause);
  }

  static StartFailure dataFolderNewer(Path folder, int found) {
    return new StartFailure(
        Reason.DATA_FOLDER_NEWER,
        "%s was written by a newer version (format %d, this one knows up to %d): start the newer version, or choose another folder with --data-dir."
            .formatted(folder, found, DataFolder.FORMAT),
        null);
  }

  static StartFailure dataFolderInUse(Path folder, String holder) {
    return new StartFailure(
        Reason.DATA_FOLDER_IN_USE,
        "%s is in use by process %s: stop that process, or choose another folder with --data-dir."
            .formatted(folder, holder),
        null);
  }

  static StartFailure componentFailed(String component, String problem, @Nullable Throwable cause) {
    return new StartFailure(
        Reason.COMPONENT_FAILED, "%s failed: %s".formatted(component, problem), cause);
  }

  /** The failure of a component, recognised as a full disk where that is what is behind it. */
  static StartFailure of(String component, DataFolder folder, Throwable cause) {
    if (folder.isFull() || causedByFullDisk(cause)) {
      return diskFull(folder.path(), cause);
    }
    return componentFailed(component, describe(cause) + "; see " + folder.logs() + ".", cause);
  }

  private static String describe(Throwable cause) {
    String message = cause.getMessage();
    if (message == null || cause instanceof FileSystemException) {
      return cause.toString(); // its message is a bare path, or nothing at all
    }
    return message;
  }

  private static boolean causedByFullDisk(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(StartFailure::isFullDisk);
  }

  private static boolean isFullDisk(Throwable failure) {
    String text =
        failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
    return text != null && text.contains("No space left on device");
  }
}
