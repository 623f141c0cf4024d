package dev.outreach.sending.domain;

/**
 * Why a message waits, failed or needs a person.
 *
 * @param code stable, upper case; never blank
 * @param sentence in words, without personal data; never blank
 */
public record Reason(String code, String sentence) {

  public Reason {
    if (!code.matches("[A-Z][A-Z0-9_]*")) {
      throw new IllegalArgumentException("code must be upper case words: " + code);
    }
    if (sentence.isBlank()) {
      throw new IllegalArgumentException("sentence is blank: say the reason in words");
    }
  }
}
