package dev.outreach.platforms.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.platforms.transport.Exchange;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TikTokErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "40000, INVALID, true",
    "40001, PERMISSION, true",
    "40002, INVALID, true",
    "40003, PERMISSION, true",
    "40006, INVALID, true",
    "40007, NOT_FOUND, true",
    "40050, INVALID, true",
    "40064, RATE_LIMIT, true",
    "40100, RATE_LIMIT, true",
    "40101, PERMISSION, true",
    "40102, AUTH, true",
    "40103, AUTH, true",
    "40104, AUTH, true",
    "40105, AUTH, true",
    "40107, AUTH, true",
    "40110, AUTH, true",
    "40118, PERMISSION, true",
    "40121, NOT_FOUND, true",
    "40130, PERMISSION, true",
    "40131, PERMISSION, true",
    "40132, RATE_LIMIT, true",
    "40201, TRANSIENT, false",
    "40202, TRANSIENT, false",
    "40700, INVALID, true",
    "41000, POLICY_BLOCK, true",
    "50000, TRANSIENT, false",
    "50002, TRANSIENT, false",
    "51000, TRANSIENT, false",
    "51999, TRANSIENT, false",
    "60001, TRANSIENT, false",
    "61000, RATE_LIMIT, true",
    "20001, INVALID, false",
    "99999, INVALID, false"
  })
  void shouldMapEachListedCode(int code, String kind, boolean refusal) {
    Exchange.Answered answer = new Exchange.Answered(200, Map.of(), "");
    TikTokErrors errors = new TikTokErrors(Set.of());

    assertThat(errors.failure(answer, code).kind()).isEqualTo(kind);
    assertThat(errors.provesRefusal(answer, code)).isEqualTo(refusal);
  }

  @ParameterizedTest
  @CsvSource({
    "401, AUTH",
    "403, PERMISSION",
    "404, NOT_FOUND",
    "429, RATE_LIMIT",
    "502, TRANSIENT"
  })
  void shouldGoByTheStatusWhereThereIsNoCode(int status, String kind) {
    Exchange.Answered answer = new Exchange.Answered(status, Map.of(), "<html>");

    assertThat(new TikTokErrors(Set.of()).failure(answer, -1).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"40003, WINDOW_CLOSED", "40001, PERMISSION"})
  void shouldReadConfiguredCodesAsAClosedWindow(int code, String kind) {
    Exchange.Answered answer = new Exchange.Answered(200, Map.of(), "");

    assertThat(new TikTokErrors(Set.of(40003)).failure(answer, code).kind()).isEqualTo(kind);
  }
}
