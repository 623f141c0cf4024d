package dev.outreach.drafting.domain;

import java.util.List;
import java.util.Optional;

/**
 * Everything a drafter is given.
 *
 * @param assignment what is to be written
 * @param prompt how
 * @param facts what of the profile it may use
 * @param complaint why the first draft was not good enough, at the second try
 */
public record Brief(
    Assignment assignment, Prompt prompt, List<String> facts, Optional<String> complaint) {

  /** Keeps a copy of the facts. */
  public Brief {
    facts = List.copyOf(facts);
  }

  /** The same, with what was wrong with the draft. */
  public Brief again(String why) {
    return new Brief(assignment, prompt, facts, Optional.of(why));
  }
}
