package dev.outreach.drafting.template;

import dev.outreach.drafting.domain.Answer;
import dev.outreach.drafting.domain.Assignment;
import dev.outreach.drafting.domain.Brief;
import dev.outreach.drafting.domain.Drafter;
import dev.outreach.drafting.domain.Proposal;
import dev.outreach.drafting.domain.RefusalCode;
import dev.outreach.drafting.domain.Similarity;
import dev.outreach.drafting.domain.Usage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Stands in where no key for a model is configured. The same brief always gives the same text. It
 * costs nothing, reads nothing but the facts, and never says the same thing twice to one person.
 * English and German; everybody else is written to in English. Thread-safe.
 */
public final class TemplateDrafter implements Drafter {

  private static final int LONGEST_FACT = 60;

  private final Templates templates = new Templates();

  @Override
  public String name() {
    return "template";
  }

  @Override
  public boolean isPaid() {
    return false;
  }

  @Override
  public Answer draft(Brief brief) {
    Assignment assignment = brief.assignment();
    String language = templates.languageFor(assignment);
    Optional<String> fact = fact(brief);
    return inTurn(templates.of(language, assignment), assignment, brief.complaint().isPresent())
        .stream()
        .filter(template -> fact.isPresent() || !template.contains("{fact}"))
        .map(template -> proposal(template, fact, assignment, language))
        .filter(proposal -> assignment.limit().allows(proposal.text()))
        .filter(proposal -> isNew(proposal, assignment))
        .findFirst()
        .<Answer>map(proposal -> new Answer.Text(proposal, Optional.empty(), Usage.NONE))
        .orElseGet(
            () ->
                new Answer.Refusal(
                    RefusalCode.CHECKS,
                    "no template is left that fits the limit and was not used yet",
                    Usage.NONE));
  }

  /** Begins at a place that differs from person to person and from step to step. */
  private static List<String> inTurn(List<String> templates, Assignment assignment, boolean again) {
    List<String> turned = new ArrayList<>(templates);
    int start = assignment.person().username().hashCode() + assignment.step() + (again ? 1 : 0);
    Collections.rotate(turned, -Math.floorMod(start, templates.size()));
    return turned;
  }

  /** A fact that reads well in quotes; where somebody lives does not. */
  private static Optional<String> fact(Brief brief) {
    Optional<String> location = brief.assignment().person().location();
    return brief.facts().stream()
        .filter(fact -> fact.length() <= LONGEST_FACT && !fact.contains("\""))
        .filter(fact -> !location.equals(Optional.of(fact)))
        .findFirst();
  }

  private static Proposal proposal(
      String template, Optional<String> fact, Assignment assignment, String language) {
    String name =
        assignment.person().firstName().orElse(language.equals("de") ? "zusammen" : "there");
    String named = template.replace("{name}", name);
    if (!template.contains("{fact}") || fact.isEmpty()) {
      return new Proposal(named, language, List.of());
    }
    return new Proposal(named.replace("{fact}", fact.get()), language, List.of(fact.get()));
  }

  private static boolean isNew(Proposal proposal, Assignment assignment) {
    return assignment.thread().stream()
        .noneMatch(turn -> Similarity.between(turn.text(), proposal.text()) > Similarity.SAME);
  }
}
