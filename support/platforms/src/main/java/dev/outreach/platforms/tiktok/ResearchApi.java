package dev.outreach.platforms.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.quota.Charge;
import dev.outreach.platforms.transport.AuthorisedCalls;
import dev.outreach.platforms.transport.Exchange;
import dev.outreach.platforms.transport.HttpCall;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.transport.Json;
import dev.outreach.platforms.transport.Query;
import java.net.URI;
import java.util.Map;

/** Questions to TikTok's Research API; all of them are posted, none changes anything. */
final class ResearchApi {

  private static final String NO_CODE = "not_json";

  private final URI base;
  private final AuthorisedCalls calls;

  ResearchApi(URI base, AccessTokens tokens, HttpTransport transport) {
    this.base = base;
    this.calls = new AuthorisedCalls(transport, tokens, ResearchApi::refusesToken);
  }

  /**
   * The data of an answer.
   *
   * @param fields what is to be told, separated by commas
   * @throws PlatformException for everything but {@code ok}
   */
  JsonNode ask(String path, String fields, JsonNode question, Charge charge) {
    URI address = Query.address(base, "v2/research/" + path + "/", Map.of("fields", fields));
    Exchange exchange =
        calls.read(charge, token -> HttpCall.post(address, headers(token), Json.write(question)));
    return data(exchange.answer(Platform.TIKTOK), charge);
  }

  private static JsonNode data(Exchange.Answered answer, Charge charge) {
    String code = code(answer);
    if (!code.equals("ok")) {
      PlatformFailure failure = ResearchErrors.failure(answer, code);
      charge.refused(failure);
      throw new PlatformException(Platform.TIKTOK, failure);
    }
    return Json.readObject(answer.body()).map(body -> body.path("data")).orElse(Json.object());
  }

  private static boolean refusesToken(Exchange.Answered answer) {
    String code = code(answer);
    return !code.equals("ok")
        && ResearchErrors.failure(answer, code) instanceof PlatformFailure.Auth;
  }

  private static String code(Exchange.Answered answer) {
    return Json.readObject(answer.body())
        .map(body -> body.path("error").path("code").asText(NO_CODE))
        .orElse(NO_CODE);
  }

  private static Map<String, String> headers(Secret token) {
    return Map.of("Authorization", "Bearer " + token.value(), "Content-Type", "application/json");
  }
}
