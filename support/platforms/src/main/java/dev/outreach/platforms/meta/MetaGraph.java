package dev.outreach.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.AccessTokens;
import dev.outreach.platforms.BeforeWrite;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.QuotaUsage;
import dev.outreach.platforms.Secret;
import dev.outreach.platforms.SendOutcome;
import dev.outreach.platforms.quota.Charge;
import dev.outreach.platforms.transport.AuthorisedCalls;
import dev.outreach.platforms.transport.Exchange;
import dev.outreach.platforms.transport.HmacSignature;
import dev.outreach.platforms.transport.HttpCall;
import dev.outreach.platforms.transport.HttpTransport;
import dev.outreach.platforms.transport.Json;
import dev.outreach.platforms.transport.Query;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Calls to the Graph API on behalf of one account. Thread-safe. */
public final class MetaGraph {

  private final Platform platform;
  private final MetaSettings settings;
  private final HttpTransport transport;
  private final AuthorisedCalls calls;
  private final Charge charge;

  /** Calls of which nothing is counted. */
  public MetaGraph(
      Platform platform, MetaSettings settings, AccessTokens tokens, HttpTransport transport) {
    this.platform = platform;
    this.settings = settings;
    this.transport = transport;
    this.calls =
        new AuthorisedCalls(
            transport,
            tokens,
            answer -> MetaErrors.failure(answer) instanceof PlatformFailure.Auth);
    this.charge = Charge.none();
  }

  private MetaGraph(MetaGraph other, Charge charge) {
    this.platform = other.platform;
    this.settings = other.settings;
    this.transport = other.transport;
    this.calls = other.calls;
    this.charge = charge;
  }

  /** The same calls, each reading one at this cost. */
  public MetaGraph charged(Charge cost) {
    return new MetaGraph(this, cost);
  }

  /**
   * Reads a node or edge.
   *
   * @param path below the version, without a leading slash
   * @throws PlatformException for everything but a success that holds JSON
   */
  public GraphAnswer get(String path, Map<String, String> parameters) {
    return answered(
        calls.read(
            charge,
            token -> read(settings.graphVersion() + "/" + path, authorised(parameters, token))));
  }

  /** The same without the account's token: the few calls that renew it. */
  GraphAnswer getUnauthorised(String path, Map<String, String> parameters) {
    return answered(transport.call(read(settings.graphVersion() + "/" + path, parameters)));
  }

  private HttpCall read(String path, Map<String, String> parameters) {
    return HttpCall.get(Query.address(settings.baseUri(), path, parameters), Map.of());
  }

  private GraphAnswer answered(Exchange exchange) {
    return answered(exchange.answer(platform));
  }

  /** Posts a message, see developers.facebook.com/docs/messenger-platform/reference/send-api. */
  public SendOutcome postMessage(String path, JsonNode message, BeforeWrite beforeWrite) {
    return calls.post(
        token ->
            HttpCall.post(
                Query.address(
                    settings.baseUri(),
                    settings.graphVersion() + "/" + path,
                    authorised(Map.of(), token)),
                Map.of("Content-Type", "application/json"),
                Json.write(message)),
        beforeWrite,
        MetaGraph::outcome);
  }

  private static SendOutcome outcome(Exchange.Answered answer) {
    if (answer.isSuccess()) {
      return Json.readObject(answer.body())
          .map(body -> Json.text(body, "message_id"))
          .<SendOutcome>map(id -> new SendOutcome.Sent(id, Optional.empty()))
          .orElseGet(
              () ->
                  SendOutcome.MayHaveBeenSent.because(
                      new ErrorCode(answer.status(), "no_message_id", "")));
    }
    PlatformFailure failure = MetaErrors.failure(answer);
    return MetaErrors.provesRefusal(answer)
        ? SendOutcome.ProvedNotExecuted.because(failure)
        : SendOutcome.MayHaveBeenSent.because(failure.code());
  }

  private GraphAnswer answered(Exchange.Answered answer) {
    answer.success(platform, charge, MetaErrors::failure);
    QuotaUsage usage = MetaUsage.of(answer);
    charge.told(usage);
    return new GraphAnswer(answer.object(platform), usage);
  }

  private Map<String, String> authorised(Map<String, String> parameters, Secret token) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("access_token", token.value());
    settings.appSecret().ifPresent(secret -> all.put("appsecret_proof", proof(secret, token)));
    return all;
  }

  private static String proof(Secret appSecret, Secret token) {
    return HmacSignature.hex(appSecret, token.value().getBytes(StandardCharsets.UTF_8));
  }
}
