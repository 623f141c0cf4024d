package dev.outreach.sandbox.gemini;

import dev.outreach.sandbox.wire.Hashes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the draft that a prompt asks for: always the same one for the same prompt. */
final class DraftWriter {

  private static final int LONGEST_FACT = 90;

  private DraftWriter() {}

  static Draft write(String prompt) {
    PromptData data = PromptData.in(prompt);
    String language = language(data);
    boolean followUp =
        data.first("messagetype", "step", "kind")
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .contains("follow");
    Optional<String> fact = fact(data);
    Phrases phrases = Phrases.of(language, followUp);
    String about = fact.orElse(language.equals("de") ? "deine Arbeit" : "your work");
    String body =
        String.join(
            style(data).separator(),
            pick(phrases.greetings(), prompt, "greeting").formatted(name(data, language))
                + " "
                + pick(phrases.observations(), prompt, "observation").formatted(about),
            pick(phrases.bridges(), prompt, "bridge"),
            pick(phrases.asks(), prompt, "ask") + " " + pick(phrases.endings(), prompt, "ending"));
    return new Draft(
        subject(about), body, language, reason(fact), fact.map(List::of).orElse(List.of()));
  }

  private static String language(PromptData data) {
    String wanted = data.first("language", "lang").orElse("en").toLowerCase(Locale.ROOT);
    return wanted.startsWith("de") || wanted.startsWith("german") ? "de" : "en";
  }

  private static String name(PromptData data, String language) {
    return data.first("firstname")
        .or(
            () ->
                data.first("fullname", "displayname", "name")
                    .map(full -> full.strip().replaceFirst("\\s.*", "")))
        .or(() -> data.first("username", "handle"))
        .orElse(language.equals("de") ? "zusammen" : "there");
  }

  /** A fact word for word as given, or its first clause where it is long. */
  private static Optional<String> fact(PromptData data) {
    return data.facts().stream()
        .findFirst()
        .or(() -> data.first("bio", "biography", "headline", "category"))
        .map(DraftWriter::firstClause)
        .filter(text -> !text.isBlank());
  }

  private static String firstClause(String fact) {
    String clause =
        fact.length() <= LONGEST_FACT ? fact : fact.replaceFirst("(?s)[·|.,;\\n].*", "");
    String cut = clause.length() <= LONGEST_FACT ? clause : clause.substring(0, LONGEST_FACT);
    return cut.strip().replaceAll("[.!]+$", "");
  }

  private static Style style(PromptData data) {
    String platform = data.first("platform").orElse("").toLowerCase(Locale.ROOT);
    return platform.contains("linkedin") || platform.contains("facebook")
        ? Style.LETTER
        : Style.CHAT;
  }

  private static String subject(String about) {
    String subject = "About " + about;
    return subject.length() <= 60 ? subject : subject.substring(0, 57) + "...";
  }

  private static String reason(Optional<String> fact) {
    return fact.map(
            _ -> "Opens with something the person says publicly and asks one clear question.")
        .orElse(
            "The profile gives little, so the message stays general and asks one clear question.");
  }

  private static String pick(List<String> from, String prompt, String slot) {
    return from.get((int) (Hashes.number(slot, prompt) % from.size()));
  }

  private enum Style {
    LETTER("\n\n"),
    CHAT(" ");

    private final String separator;

    Style(String separator) {
      this.separator = separator;
    }

    String separator() {
      return separator;
    }
  }
}
