package dev.outreach.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.QuotaUsage;
import dev.outreach.platforms.transport.Exchange;
import dev.outreach.platforms.transport.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads {@code X-App-Usage} and {@code X-Business-Use-Case-Usage}: percentages of an allowance, and
 * minutes until calls are allowed again. See
 * developers.facebook.com/docs/graph-api/overview/rate-limiting.
 */
final class MetaUsage {

  private static final List<String> PERCENTAGES =
      List.of("call_count", "total_time", "total_cputime");

  private MetaUsage() {}

  /** The highest percentage of all allowances that the answer mentions. */
  static QuotaUsage of(Exchange.Answered answer) {
    OptionalInt highest =
        allowances(answer).stream()
            .flatMap(allowance -> PERCENTAGES.stream().map(allowance::path))
            .filter(JsonNode::isNumber)
            .mapToInt(JsonNode::asInt)
            .max();
    return new QuotaUsage(highest, regainAfter(answer));
  }

  /** How long to wait; empty where no allowance is used up. */
  static Optional<Duration> regainAfter(Exchange.Answered answer) {
    return allowances(answer).stream()
        .map(allowance -> allowance.path("estimated_time_to_regain_access").asLong())
        .filter(minutes -> minutes > 0)
        .max(Long::compare)
        .map(Duration::ofMinutes);
  }

  private static List<JsonNode> allowances(Exchange.Answered answer) {
    List<JsonNode> allowances = new ArrayList<>();
    json(answer, "x-app-usage").ifPresent(allowances::add);
    json(answer, "x-business-use-case-usage")
        .ifPresent(byAccount -> byAccount.forEach(useCases -> useCases.forEach(allowances::add)));
    return allowances;
  }

  private static Optional<JsonNode> json(Exchange.Answered answer, String header) {
    return answer.header(header).flatMap(value -> Json.readObject(value));
  }
}
