package dev.outreach.drafting.domain;

import java.util.List;

/**
 * What a drafter wrote.
 *
 * @param text the message
 * @param language BCP 47 tag the drafter says it is in
 * @param factsUsed what the drafter says it took from the profile
 */
public record Proposal(String text, String language, List<String> factsUsed) {

  /** Keeps a copy of the facts. */
  public Proposal {
    factsUsed = List.copyOf(factsUsed);
  }
}
