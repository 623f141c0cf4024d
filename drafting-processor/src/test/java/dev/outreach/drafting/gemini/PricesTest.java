package dev.outreach.drafting.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PricesTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final LocalDate NEXT_YEAR = LocalDate.parse("2027-01-01");

  private final Prices prices = Prices.ofProduct();

  @Test
  void shouldBillFreshAndCachedInputAndOutputApart() {
    assertThat(prices.costMicros("gemini-3.8-flash", TODAY, new Tokens(1_000, 400, 200)))
        .isEqualTo(600 * 75 / 100 + 400 * 75 / 1000 + 200 * 375 / 100);
  }

  @Test
  void shouldTakeThePriceOfTheDay() {
    Tokens million = new Tokens(1_000_000, 0, 0);

    assertThat(prices.costMicros("gemini-3.8-flash", TODAY, million)).isEqualTo(750_000);
    assertThat(prices.costMicros("gemini-3.8-flash", NEXT_YEAR, million)).isEqualTo(1_500_000);
  }

  @Test
  void shouldTakeTheDearestPriceForAnUnknownModel() {
    assertThat(prices.costMicros("gemini-9", TODAY, new Tokens(0, 0, 1_000_000)))
        .isEqualTo(18_000_000);
  }

  @Test
  void shouldRoundUp() {
    assertThat(prices.costMicros("gemini-3.8-flash", TODAY, new Tokens(1, 0, 0))).isEqualTo(1);
  }
}
