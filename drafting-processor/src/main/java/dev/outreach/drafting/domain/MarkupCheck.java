package dev.outreach.drafting.domain;

import java.util.regex.Pattern;

/** Plain words only: no Markdown, HTML, code, encoded blobs or invisible characters. */
final class MarkupCheck implements Check {

  private static final String NAME = "markup";
  private static final Pattern MARKUP =
      Pattern.compile(
          "</?[a-zA-Z!][^>\\n]{0,80}>|&[a-z]{2,8};|&#x?\\d+;|```|`[^`]+`|\\*\\*[^*]+\\*\\*|__[^_]+__|(?m:^#{1,6} )"
              + "|\\[[^\\]]+\\]\\([^)]*\\)|(?m:^\\s*[-*+] \\S.*\\n\\s*[-*+] )|(?m:^>\\s)|\\{\\s*\"|\\}\\s*$|\\bfunction\\s*\\(|\\bSELECT\\b.+\\bFROM\\b"
              + "|\\bDROP TABLE\\b|\\$\\{|\\{\\{|<\\||\\|>|\\|\\s*-{3,}");
  private static final Pattern BLOB =
      Pattern.compile("[A-Za-z0-9+/=_-]{28,}|(?:\\b[01]{8}\\b ?){3,}");
  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\u200B\\u2060-\\u2064\\uFEFF\\u202A-\\u202E\\u2066-\\u2069\\x{E0000}-\\x{E007F}]|(?<!\\p{So}|\\x{FE0F})\\u200D(?!\\p{So})|[\\p{Cc}&&[^\\n\\r\\t]]");

  @Override
  public Finding examine(Proposal proposal, Brief brief) {
    return isIn(proposal.text())
        ? Finding.blocked(NAME, "has markup, code or invisible characters")
        : Finding.passed(NAME);
  }

  static boolean isIn(String text) {
    return MARKUP.matcher(text).find()
        || BLOB.matcher(text).find()
        || INVISIBLE.matcher(text).find();
  }
}
