package dev.outreach.standalone.command;

import dev.outreach.standalone.client.JsonClient;
import java.io.IOException;
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

  /**
   * Orders something for the accounts that are meant.
   *
   * @param order the last part of the order's address
   * @param more what the order says besides
   * @return how many accounts it is for
   */
  long post(JsonClient pipeline, String order, Map<String, Object> more)
      throws IOException, InterruptedException {
    Map<String, Object> body = body();
    body.putAll(more);
    return pipeline.post("/api/social/pipeline/" + order, body).path("accounts").asLong();
  }

  private Map<String, Object> body() {
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
