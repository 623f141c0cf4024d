package dev.outreach.standalone.stack;

import dev.outreach.schemas.identity.DerivedId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Names this machine and data folder, so that a copy of the folder knows that it is one. A folder
 * that was moved looks like a copy, and is treated as one: its ledger may be behind.
 */
final class Installation {

  private static final List<Path> MACHINE_IDS =
      List.of(Path.of("/etc/machine-id"), Path.of("/etc/hostname"));

  private Installation() {}

  /** The same for the same folder on the same machine; tells neither. */
  static String of(Path folder) throws IOException {
    return DerivedId.of("installation", machine(MACHINE_IDS), folder.toRealPath().toString());
  }

  private static String machine(List<Path> files) throws IOException {
    for (Path file : files) {
      if (Files.isReadable(file)) {
        String id = Files.readString(file).strip();
        if (!id.isEmpty()) {
          return id;
        }
      }
    }
    return "";
  }
}
