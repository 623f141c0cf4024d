package dev.outreach.drafting.domain;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a self-description into its parts: at punctuation, line ends, separators and emojis. */
final class Clauses {

  private static final Pattern ENDS =
      Pattern.compile("(?:[.!?;,:]+(?=\\s|$)|[\\n\\r|•·。！？、，；]|\\p{So}|\\s[-–—/~]+\\s|//)+");

  private Clauses() {}

  static List<String> of(String text) {
    return Arrays.stream(ENDS.split(text))
        .map(String::strip)
        .filter(clause -> !clause.isEmpty())
        .toList();
  }
}
