package dev.outreach.platforms.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.platforms.SearchCriteria;
import java.util.List;
import org.junit.jupiter.api.Test;

class MentionsTest {

  @Test
  void shouldFindHandlesInACaption() {
    assertThat(Mentions.in("With @Blue.Kiln, @anna_b. and (@x9)! Thanks @blue.kiln"))
        .containsExactly("blue.kiln", "anna_b", "x9");
  }

  @Test
  void shouldNotTakeMailAddressesOrOverlongWordsForHandles() {
    assertThat(Mentions.in("write to studio@kiln.example or @" + "a".repeat(31))).isEmpty();
    assertThat(Mentions.in("no mention @ all, only @... dots")).isEmpty();
  }

  @Test
  void shouldTryHashtagsWithALocationFirst() {
    SearchCriteria criteria =
        new SearchCriteria(
            List.of("Coffee Shop"), List.of("Berlin", "São Paulo"), List.of("#Latte-Art"));

    assertThat(Hashtags.of(criteria))
        .containsExactly(
            "latteartberlin",
            "latteartsãopaulo",
            "coffeeshopberlin",
            "coffeeshopsãopaulo",
            "latteart",
            "coffeeshop");
  }
}
