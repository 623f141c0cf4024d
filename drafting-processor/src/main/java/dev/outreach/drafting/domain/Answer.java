package dev.outreach.drafting.domain;

import java.util.Optional;

/** What a drafter answers. */
public sealed interface Answer {

  /** What it used up. */
  Usage usage();

  /**
   * A text, not checked yet.
   *
   * @param model which model wrote it, where one did
   */
  record Text(Proposal proposal, Optional<String> model, Usage usage) implements Answer {}

  /**
   * No text.
   *
   * @param reason in words, without the person's data
   */
  record Refusal(RefusalCode code, String reason, Usage usage) implements Answer {}
}
