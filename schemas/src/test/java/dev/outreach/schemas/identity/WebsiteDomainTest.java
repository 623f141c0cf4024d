package dev.outreach.schemas.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebsiteDomainTest {

  @ParameterizedTest
  @CsvSource({
    "https://www.Example.com/shop, example.com",
    "example.com, example.com",
    "http://shop.example.com:8080, shop.example.com",
  })
  void shouldFindTheHost(String website, String domain) {
    assertThat(WebsiteDomain.of(website)).contains(domain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "link in bio", "localhost", "https://", "no dots here/ok"})
  void shouldFindNoneWhereThereIsNone(String website) {
    assertThat(WebsiteDomain.of(website)).isEmpty();
  }

  @Test
  void shouldNameEveryDomainADomainLiesIn() {
    assertThat(WebsiteDomain.withParents("shop.example.com"))
        .containsExactly("shop.example.com", "example.com", "com");
  }
}
