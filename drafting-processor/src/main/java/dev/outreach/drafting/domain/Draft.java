package dev.outreach.drafting.domain;

import java.util.List;
import java.util.Optional;

/** What became of an assignment. */
public sealed interface Draft {

  /** What it used up, all tries together. */
  Usage usage();

  /**
   * A message that may go to a person for approval.
   *
   * @param drafter which drafter wrote it
   * @param model which model, where one did
   * @param promptVersion which prompt
   * @param findings what the checks found; none is blocking
   */
  record Written(
      Proposal proposal,
      String drafter,
      Optional<String> model,
      String promptVersion,
      List<Finding> findings,
      Usage usage)
      implements Draft {

    /** Keeps a copy of the findings. */
    public Written {
      findings = List.copyOf(findings);
    }
  }

  /**
   * None.
   *
   * @param reason in words, without the person's data
   */
  record Refused(RefusalCode code, String reason, Usage usage) implements Draft {}
}
