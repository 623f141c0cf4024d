package dev.outreach.standalone.command;

/** The command needs a running Outreach and there is none to be found. */
final class NotRunning extends Exception {

  NotRunning(String what) {
    super(
        what
            + ": start it with 'outreach up' in another terminal, or name its folder with --data-dir");
  }
}
