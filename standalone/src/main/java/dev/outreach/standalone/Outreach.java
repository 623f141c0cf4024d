package dev.outreach.standalone;

import dev.outreach.standalone.command.OutreachCommand;

/** Starts the command line; the exit code is the command's. */
public final class Outreach {

  private Outreach() {}

  /** Runs the command named by the arguments. */
  public static void main(String[] arguments) {
    System.exit(OutreachCommand.execute(System.getenv(), arguments));
  }
}
