package dev.outreach.testbroker;

import java.lang.System.Logger.Level;
import org.apache.kafka.common.utils.Exit;

/** A broker that cannot go on ends its process, which in a test nobody could explain afterwards. */
final class FatalFaults {

  private FatalFaults() {}

  /** Has the process say where it was ended, before it is. */
  static void sayWhy() {
    Exit.setExitProcedure(FatalFaults::end);
    Exit.setHaltProcedure(FatalFaults::end);
  }

  private static void end(int status, String message) {
    System.getLogger(FatalFaults.class.getName())
        .log(
            Level.ERROR,
            "A broker ends the process with " + status + ": " + message,
            new IllegalStateException("ended here"));
    Runtime.getRuntime().halt(status);
  }
}
