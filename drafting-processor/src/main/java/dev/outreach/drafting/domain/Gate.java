package dev.outreach.drafting.domain;

import java.util.List;

/**
 * Every check a draft has to pass. Deterministic code, no model: the same text, the same findings.
 */
public final class Gate {

  private final List<Check> checks;

  /**
   * The usual checks.
   *
   * @param recent the drafts of the batch so far
   */
  public Gate(RecentDrafts recent) {
    this.checks =
        List.of(
            new LengthCheck(),
            new LanguageCheck(),
            new LinkCheck(),
            new MarkupCheck(),
            new StyleCheck(),
            new FactsCheck(),
            new LeftoverCheck(),
            new InjectionCheck(),
            new SamenessCheck(),
            recent);
  }

  /** What each check found, in a fixed order. */
  public List<Finding> examine(Proposal proposal, Brief brief) {
    return checks.stream().map(check -> check.examine(proposal, brief)).toList();
  }
}
