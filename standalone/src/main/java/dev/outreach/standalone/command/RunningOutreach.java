package dev.outreach.standalone.command;

import dev.outreach.runtime.Settings;
import dev.outreach.standalone.client.JsonClient;
import dev.outreach.standalone.stack.Addresses;
import dev.outreach.standalone.stack.AdminToken;
import java.io.IOException;
import java.nio.file.Path;

/** Finds the Outreach that runs on a data folder. */
final class RunningOutreach {

  private RunningOutreach() {}

  static Addresses in(Path folder) throws IOException, NotRunning {
    return Addresses.read(folder)
        .orElseThrow(() -> new NotRunning("No Outreach runs on " + folder));
  }

  /** Its API, as its operator. */
  static JsonClient pipeline(Path folder, Settings settings) throws IOException, NotRunning {
    return JsonClient.ofPipeline(in(folder).http(), AdminToken.of(settings, folder));
  }
}
