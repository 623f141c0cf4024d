package dev.outreach.standalone.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which job is meant, and why. */
@SuppressWarnings("FieldCanBeFinal") // picocli sets options and parameters
final class JobChoice {

  @Parameters(paramLabel = "JOB", description = "The job's id, as 'outreach jobs' prints it.")
  private String jobId = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for whoever sees the job.")
  private @Nullable String reason;

  String jobId() {
    return jobId;
  }

  @Nullable String reason() {
    return reason;
  }
}
