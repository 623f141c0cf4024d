package dev.outreach.drafting.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Nothing of the prompt, of the answer's form or of the writer's own nature shows through. */
final class LeftoverCheck implements Check {

  private static final String NAME = "leftovers";
  private static final int RUN = 7;
  private static final Pattern TRACES =
      Pattern.compile(
          "\\[(?:your |first |last |sender|company|my )?[\\w ]{0,20}(?:name|company|topic|product|insert|here|link)[^\\]]{0,20}\\]"
              + "|\\{\\w+\\}|<(?:name|company|topic|insert)[^>]*>|\\bas an? (?:ai|language model|assistant|llm)\\b"
              + "|\\bi(?:'m| am) (?:an? )?(?:ai|language model|assistant|llm|bot)\\b|\\blanguage model\\b|\\bsystem prompt\\b|\\bsystem instruction"
              + "|\\bmy instructions\\b|\\bfacts_used\\b|\\bmessage_type\\b|\\buntrusted\\b|\\bjson\\b|\\bhere(?: is|'s) (?:the|your|a) (?:draft|message)\\b"
              + "|\\bi (?:cannot|can't|can not|won't) (?:help|assist|comply|do that|fulfil)|\\bundefined\\b|\\bnull\\b|\\blorem ipsum\\b"
              + "|\\bals (?:ki|sprachmodell)\\b|\\ben tant qu'(?:ia|intelligence)|\\bcomo (?:ia|modelo de lenguaje)\\b");

  @Override
  public Finding examine(Proposal proposal, Brief brief) {
    String plain = PlainText.of(proposal.text());
    if (plain.replaceAll("[^a-z0-9]", "").contains(brief.prompt().canary())) {
      return Finding.blocked(NAME, "gives away the instruction");
    }
    if (TRACES.matcher(plain).find()) {
      return Finding.blocked(NAME, "has a placeholder or speaks of how it was written");
    }
    Set<List<String>> instruction = runs(PlainText.of(brief.prompt().text()));
    boolean quoted = runs(plain).stream().anyMatch(instruction::contains);
    return quoted ? Finding.blocked(NAME, "quotes the instruction") : Finding.passed(NAME);
  }

  private static Set<List<String>> runs(String plain) {
    List<String> words = List.of(plain.split("[^\\p{L}\\p{N}]+", -1));
    Set<List<String>> runs = new HashSet<>();
    for (int start = 0; start + RUN <= words.size(); start++) {
      runs.add(words.subList(start, start + RUN));
    }
    return runs;
  }
}
