package dev.outreach.schemas.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdTest {

  @Test
  void shouldNeverChangeTheIdsOfKnownPeople() {
    assertThat(DerivedId.profile("default", "instagram", "ana.ceramica.demo"))
        .isEqualTo("f5ca173a-290a-5982-a106-15e1d2a47d3c");
    assertThat(DerivedId.message("f5ca173a-290a-5982-a106-15e1d2a47d3c", 0))
        .isEqualTo("f4a9cf62-27e6-541b-9503-53b5c8bc2764");
  }

  @Test
  void shouldBeANameBasedUuid() {
    assertThat(UUID.fromString(DerivedId.of("a")).version()).isEqualTo(5);
  }

  @Test
  void shouldTellApartWorkspacesPlatformsAndSteps() {
    assertThat(DerivedId.profile("one", "instagram", "ana"))
        .isNotEqualTo(DerivedId.profile("two", "instagram", "ana"))
        .isNotEqualTo(DerivedId.profile("one", "tiktok", "ana"));
    assertThat(DerivedId.message("p", 0)).isNotEqualTo(DerivedId.message("p", 1));
  }

  @Test
  void shouldNotMixUpWhereOnePartEndsAndTheNextBegins() {
    assertThat(DerivedId.of("ab", "c")).isNotEqualTo(DerivedId.of("a", "bc"));
    assertThat(DerivedId.of("a", "")).isNotEqualTo(DerivedId.of("a"));
  }

  @Test
  void shouldRefuseWhatNamesNobody() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DerivedId.profile("default", "instagram", "@"));
  }
}
