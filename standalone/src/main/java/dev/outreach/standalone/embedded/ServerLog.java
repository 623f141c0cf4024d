package dev.outreach.standalone.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file a server process writes its own log to. It goes on from one start to the next until it
 * is large; then one older file is kept beside it, so that two of them are all the room it takes
 * but for what one run adds.
 */
final class ServerLog {

  static final long LARGE_BYTES = 10L << 20;

  private ServerLog() {}

  /** Puts a large file aside and opens the log for a process that starts now. */
  static Redirect open(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LARGE_BYTES) {
      Path older = log.resolveSibling(log.getFileName() + ".1");
      Files.move(log, older, StandardCopyOption.REPLACE_EXISTING);
    }
    return Redirect.appendTo(log.toFile());
  }
}
