package dev.outreach.standalone.command;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which accounts are meant: one by its name, or all. */
final class AccountChoice {

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description =
          "The account, as instagram-main or, with its platform, instagram/instagram-main.")
  private @Nullable String account;

  @Option(names = "--all", description = "Every account, also those that come later.")
  private boolean all;

  /** The choice as the API takes it. */
  Map<String, Object> body() {
    Map<String, Object> body = new HashMap<>();
    if (account == null) {
      body.put("all", all);
      return body;
    }
    int slash = account.indexOf('/');
    if (slash > 0) {
      body.put("platform", account.substring(0, slash).toLowerCase(Locale.ROOT));
    }
    body.put("account", account.substring(slash + 1));
    return body;
  }
}
