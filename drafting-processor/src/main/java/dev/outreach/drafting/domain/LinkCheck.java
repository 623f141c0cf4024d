package dev.outreach.drafting.domain;

import java.util.regex.Pattern;

/** No address of any kind: a link in a first message is what spam looks like, or an attack. */
final class LinkCheck implements Check {

  private static final String NAME = "links";
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)\\b[a-z][a-z0-9+.-]{1,10}://|\\bwww\\.|\\b(?:[a-z0-9-]+\\.)+(?:com|net|org|io|me|co|de|fr|es|it|ru|cn|uk|eu|us|link|shop|app|dev|ai|xyz|info|biz|ly|gg|tv|site|online|store|top|click|page|club|vip|zip|mov)\\b"
              + "|\\b\\w+\\s?[(\\[]?\\s?(?:dot|punkt)\\s?[)\\]]?\\s?(?:com|net|org|io|de|link|xyz|ru|shop)\\b|hxxps?:");
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?i)[\\w.+-]+\\s?(?:@|\\(at\\)|\\[at\\])\\s?[\\w-]+\\.?\\w*|\\b\\w+ at \\w+ dot \\w+");
  private static final Pattern PHONE =
      Pattern.compile("(?:\\+|\\b00|\\b)\\d(?:[ ()./-]{0,2}\\d){6,}");
  private static final Pattern HANDLE = Pattern.compile("(?<![\\w.])@[\\w.]{2,}");
  private static final Pattern WALLET =
      Pattern.compile(
          "\\b(?:0x[0-9a-fA-F]{40}|bc1[0-9a-z]{20,}|[13][1-9A-HJ-NP-Za-km-z]{25,34})\\b");

  @Override
  public Finding examine(Proposal proposal, Brief brief) {
    String text = java.text.Normalizer.normalize(proposal.text(), java.text.Normalizer.Form.NFKC);
    if (LINK.matcher(text).find()) {
      return Finding.blocked(NAME, "has a web address");
    }
    String unaddressed = text.replace("@" + brief.assignment().person().username(), "");
    if (HANDLE.matcher(unaddressed).find()) {
      return Finding.blocked(NAME, "names another account");
    }
    if (EMAIL.matcher(unaddressed).find()) {
      return Finding.blocked(NAME, "has an e-mail address");
    }
    if (PHONE.matcher(text).find()) {
      return Finding.blocked(NAME, "has a telephone number");
    }
    return WALLET.matcher(text).find()
        ? Finding.blocked(NAME, "has a payment address")
        : Finding.passed(NAME);
  }
}
