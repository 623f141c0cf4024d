package dev.outreach.sending.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainsTest {

  @ParameterizedTest
  @CsvSource({
    "https://www.Example.com/shop, example.com",
    "example.com, example.com",
    "http://shop.example.com:8080, shop.example.com",
  })
  void shouldFindTheHost(String website, String domain) {
    assertThat(Domains.ofWebsite(website)).contains(domain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "link in bio", "localhost", "https://", "no dots here/ok"})
  void shouldFindNoneWhereThereIsNone(String website) {
    assertThat(Domains.ofWebsite(website)).isEmpty();
  }
}
