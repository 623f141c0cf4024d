package dev.outreach.profile.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a message and how they came about.
 *
 * @param text the words as they stand now; null once they are forgotten
 * @param drafter which drafter wrote it
 * @param model which model
 * @param promptVersion which prompt
 * @param language BCP 47 tag
 * @param checks what the deterministic checks found in these very words
 * @param edited whether a person changed it
 * @param draftedAt when it was drafted
 */
public record Draft(
    @Nullable String text,
    String drafter,
    @Nullable String model,
    String promptVersion,
    @Nullable String language,
    List<DraftCheck> checks,
    boolean edited,
    Instant draftedAt) {

  public Draft {
    checks = List.copyOf(checks);
  }

  /** Other words: the checks spoke of the old ones and are gone. */
  Draft edited(String newText) {
    return new Draft(newText, drafter, model, promptVersion, language, List.of(), true, draftedAt);
  }

  Draft erased() {
    return new Draft(null, drafter, model, promptVersion, language, List.of(), edited, draftedAt);
  }
}
