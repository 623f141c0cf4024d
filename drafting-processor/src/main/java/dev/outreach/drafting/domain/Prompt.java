package dev.outreach.drafting.domain;

/**
 * A versioned instruction for a drafter.
 *
 * @param version what drafts say they were written by, for example {@code instagram/initial-v1}
 * @param text the instruction, with {@code {{limit}}}, {@code {{language}}} and {@code {{canary}}}
 *     where those belong
 */
public record Prompt(String version, String text) {

  /** A token that appears in no honest message: a draft that has it leaks the instruction. */
  public String canary() {
    return "zq"
        + Integer.toHexString(version.hashCode())
        + "x"
        + Integer.toHexString(text.length());
  }

  /** The instruction for one assignment. Nothing of the person enters it but the language. */
  public String instruction(Assignment assignment) {
    return text.replace("{{limit}}", assignment.limit().inWords())
        .replace("{{language}}", languageOf(assignment))
        .replace("{{canary}}", canary());
  }

  /** A tag that is none could carry anything, so it does not get in. */
  private static String languageOf(Assignment assignment) {
    String tag = assignment.language();
    return tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}") ? tag : "en";
  }
}
