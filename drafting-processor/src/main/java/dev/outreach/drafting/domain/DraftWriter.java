package dev.outreach.drafting.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gets a draft written and checked: one call, and one more with the complaint where the first text
 * does not pass. A profile that gives orders to machines is never shown to the drafter: a stand-in
 * writes then, without a word of the profile. Thread-safe.
 */
public final class DraftWriter {

  private static final int TRIES = 2;

  private final Drafter drafter;
  private final Drafter standIn;
  private final Gate gate;
  private final RecentDrafts recent;
  private final Budget budget;

  /**
   * A writer.
   *
   * @param standIn a drafter that cannot be talked into anything, because it reads nothing
   */
  public DraftWriter(Drafter drafter, Drafter standIn, RecentDrafts recent, Budget budget) {
    this.drafter = drafter;
    this.standIn = standIn;
    this.gate = new Gate(recent);
    this.recent = recent;
    this.budget = budget;
  }

  /**
   * Writes one draft.
   *
   * @throws InterruptedException where nobody wants it any more
   */
  public Draft write(Assignment assignment, Prompt prompt) throws InterruptedException {
    return assignment.givesOrders()
        ? write(standIn, briefOf(assignment.withoutForeignTexts(), prompt))
        : write(drafter, briefOf(assignment, prompt));
  }

  private static Brief briefOf(Assignment assignment, Prompt prompt) {
    return new Brief(assignment, prompt, Facts.of(assignment.person()), Optional.empty());
  }

  private Draft write(Drafter writer, Brief first) throws InterruptedException {
    Brief brief = first;
    Usage used = Usage.NONE;
    for (int attempt = 1; ; attempt++) {
      Answer answer = ask(writer, brief);
      used = used.plus(answer.usage());
      switch (answer) {
        case Answer.Refusal refusal -> {
          return new Draft.Refused(refusal.code(), refusal.reason(), used);
        }
        case Answer.Text text -> {
          List<Finding> findings = gate.examine(text.proposal(), brief);
          if (findings.stream().noneMatch(Finding::isBlocking)) {
            recent.remember(text.proposal().text());
            return new Draft.Written(
                text.proposal(),
                writer.name(),
                text.model(),
                brief.prompt().version(),
                findings,
                used);
          }
          if (attempt == TRIES) {
            return new Draft.Refused(RefusalCode.CHECKS, complaint(findings), used);
          }
          brief = brief.again(complaint(findings));
        }
      }
    }
  }

  private Answer ask(Drafter writer, Brief brief) throws InterruptedException {
    if (!writer.isPaid()) {
      return writer.draft(brief);
    }
    Optional<String> exhausted = budget.admit();
    if (exhausted.isPresent()) {
      return new Answer.Refusal(RefusalCode.BUDGET, exhausted.get(), Usage.NONE);
    }
    Usage used = Usage.NONE;
    try {
      Answer answer = writer.draft(brief);
      used = answer.usage();
      return answer;
    } finally {
      budget.settle(used.costMicros());
    }
  }

  private static String complaint(List<Finding> findings) {
    return findings.stream()
        .filter(Finding::isBlocking)
        .map(finding -> finding.check() + ": " + finding.detail())
        .collect(Collectors.joining("; "));
  }
}
