package dev.outreach.api.http;

/** Carries a problem document to the one place that answers with it. */
public final class ProblemException extends RuntimeException {

  /** Not serialized: an exception of ours never leaves the process. */
  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.code());
    this.problem = problem;
  }

  /** The document. */
  public Problem problem() {
    return problem;
  }
}
