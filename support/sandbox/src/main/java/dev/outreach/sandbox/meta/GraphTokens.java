package dev.outreach.sandbox.meta;

import dev.outreach.sandbox.wire.Call;
import dev.outreach.sandbox.wire.Json;
import dev.outreach.sandbox.wire.Reply;
import dev.outreach.sandbox.wire.Tokens;
import java.util.List;
import java.util.Optional;

/** Who a token acts for, and the exchange of a token for one of sixty days. Thread-safe. */
public final class GraphTokens {

  private static final long SIXTY_DAYS_IN_SECONDS = 60L * 24 * 60 * 60;

  private final Tokens tokens = new Tokens();
  private final List<GraphAccount> accounts;

  public GraphTokens(List<GraphAccount> accounts) {
    this.accounts = List.copyOf(accounts);
  }

  /** Whether a call asks for another token. */
  public static boolean asksForOne(Call call) {
    return call.segment(call.path().size() - 1).endsWith("access_token");
  }

  /** Answers a call that asks for another token. */
  public Reply renewed(Call call) {
    String given =
        call.parameter("fb_exchange_token").or(() -> call.parameter("access_token")).orElse("");
    return holder(given)
        .map(
            account ->
                Reply.ok(
                    Json.object()
                        .put("access_token", tokens.next(account.token()))
                        .put("token_type", "bearer")
                        .put("expires_in", SIXTY_DAYS_IN_SECONDS)))
        .orElseGet(
            () -> GraphErrors.error(190, "Invalid OAuth access token - Cannot parse access token"));
  }

  /** The account a call acts for; refuses a token that is nobody's. */
  public GraphAccount actor(Call call) {
    String given =
        call.parameter("access_token")
            .or(() -> call.header("authorization").map(value -> value.replaceFirst("^Bearer ", "")))
            .orElse("");
    return holder(given)
        .orElseThrow(() -> new GraphRefusal(GraphErrors.error(190, "Invalid OAuth access token")));
  }

  private Optional<GraphAccount> holder(String token) {
    return accounts.stream().filter(account -> Tokens.isOf(account.token(), token)).findFirst();
  }
}
