package dev.outreach.schemas.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  @Test
  void shouldBeTheSameForTheSameApproval() {
    assertThat(Fingerprint.of("Hello", "178", "INSTAGRAM", "studio"))
        .isEqualTo(Fingerprint.of("Hello", "178", "instagram", "studio"))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void shouldDifferWhereAnyPartDiffers() {
    assertThat(
            Set.of(
                Fingerprint.of("Hello", "178", "instagram", "studio"),
                Fingerprint.of("Hello ", "178", "instagram", "studio"),
                Fingerprint.of("Hello", "179", "instagram", "studio"),
                Fingerprint.of("Hello", "178", "facebook", "studio"),
                Fingerprint.of("Hello", "178", "instagram", "shop")))
        .hasSize(5);
  }

  @Test
  void shouldDifferWhereACharacterMovesFromOnePartToTheNext() {
    assertThat(Fingerprint.of("Hello1", "78", "instagram", "studio"))
        .isNotEqualTo(Fingerprint.of("Hello", "178", "instagram", "studio"));
  }

  @Test
  void shouldBeTheSha256OfTheLengthPrefixedParts() {
    // printf '\0\0\0\1a\0\0\0\1b\0\0\0\6tiktok\0\0\0\1c' | sha256sum
    assertThat(Fingerprint.of("a", "b", "tiktok", "c"))
        .isEqualTo("9e6c18a6dc994d80d24f27796686af7615b04c6a0551f6689f35229e02335282");
  }
}
