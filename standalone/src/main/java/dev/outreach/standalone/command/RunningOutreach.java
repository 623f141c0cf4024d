package dev.outreach.standalone.command;

import dev.outreach.standalone.stack.Addresses;
import java.io.IOException;
import java.nio.file.Path;

/** Finds the Outreach that runs on a data folder. */
final class RunningOutreach {

  private RunningOutreach() {}

  static Addresses in(Path folder) throws IOException, NotRunning {
    return Addresses.read(folder)
        .orElseThrow(() -> new NotRunning("No Outreach runs on " + folder));
  }
}
