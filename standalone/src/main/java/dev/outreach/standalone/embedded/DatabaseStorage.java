package dev.outreach.standalone.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directories of the embedded PostgreSQL: its unpacked programs and its data, each either
 * complete or made anew.
 *
 * <p>A crash may cut short both the unpacking and {@code initdb}, and neither notices at the next
 * start. So a mark says that the data was good once, and what lacks its mark is deleted: nobody can
 * have stored anything in it.
 */
record DatabaseStorage(Path home) {

  /** What PostgreSQL writes its process id into. */
  Path pidFile() {
    return data().resolve("postmaster.pid");
  }

  Path data() {
    return home.resolve("data");
  }

  Path programs() {
    return home.resolve("programs");
  }

  private Path mark() {
    return home.resolve("initialised");
  }

  /** Deletes what a crash left unfinished. No process may be at work on it. */
  void discardUnfinished() throws IOException {
    Files.createDirectories(home);
    if (Files.notExists(mark())) {
      delete(data());
    }
    for (Path unpacked : unpackedPrograms()) {
      if (Files.notExists(unpackedMark(unpacked))) {
        delete(unpacked);
      }
    }
  }

  /** Remembers that programs and data are complete. */
  void keep() throws IOException {
    if (Files.notExists(mark())) {
      Files.createFile(mark());
    }
    for (Path unpacked : unpackedPrograms()) {
      // The library unpacks again where anything beside this file is younger than it, such as its
      // own lock.
      Files.writeString(unpackedMark(unpacked), "complete\n");
    }
  }

  /**
   * Deletes a process id that another program has by now: PostgreSQL would take that for a running
   * server.
   */
  void discardForeignPid() throws IOException {
    if (LeftOverProcess.recorded(pidFile()).isPresent()) {
      Files.delete(pidFile());
    }
  }

  private List<Path> unpackedPrograms() throws IOException {
    if (Files.notExists(programs())) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(programs())) {
      return entries.filter(Files::isDirectory).toList();
    }
  }

  private static Path unpackedMark(Path unpacked) {
    return unpacked.resolve(".exists");
  }

  private static void delete(Path directory) throws IOException {
    if (Files.notExists(directory)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(directory)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }
}
