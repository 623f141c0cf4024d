package dev.outreach.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes that work on the data of the embedded PostgreSQL: a server, and whatever starts or
 * prepares one.
 */
record DatabaseProcesses(DatabaseStorage storage) {

  /**
   * Each round ends all it finds, so that only what was just being started is left for the next.
   */
  private static final int ROUNDS = 10;

  /** The server that runs on the data, found also where the folder was renamed meanwhile. */
  Optional<ProcessHandle> server() throws IOException {
    if (Files.notExists(storage.pidFile())) {
      return Optional.empty();
    }
    // Second line of the file: the data directory as the server was told, so also on its command
    // line.
    String directory =
        Files.readAllLines(storage.pidFile()).stream()
            .skip(1)
            .findFirst()
            .orElse(storage.data().toString());
    return LeftOverProcess.find(storage.pidFile(), "-D " + directory);
  }

  /** Ends them all. A server is shut down fast but in order, which loses nothing. */
  void stop() throws IOException, InterruptedException {
    Optional<ProcessHandle> server = server();
    if (server.isPresent()) {
      LeftOverProcess.stop(server.get(), "INT");
    }
    for (int round = 0; round < ROUNDS; round++) {
      List<ProcessHandle> found = all();
      if (found.isEmpty()) {
        storage.discardForeignPid();
        return;
      }
      stop(found);
    }
    throw new IOException("new processes keep appearing on " + storage.data());
  }

  /**
   * Not by the file alone: a server that has just been started has not written it yet; and not by
   * the data alone: a worker whose server has just died is on its way out and names it no more.
   */
  private List<ProcessHandle> all() {
    return Stream.of("-D " + storage.data(), storage.programs() + "/")
        .flatMap(text -> LeftOverProcess.naming(text).stream())
        .distinct()
        .toList();
  }

  private static void stop(List<ProcessHandle> found) throws IOException, InterruptedException {
    for (ProcessHandle process : found) {
      boolean isWorker = process.parent().map(found::contains).orElse(false) && isServer(process);
      if (!isWorker) { // a worker ends with its server
        LeftOverProcess.stop(process, isServer(process) ? "INT" : "KILL");
      }
    }
  }

  private static boolean isServer(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("/postgres");
  }
}
