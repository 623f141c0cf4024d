package dev.outreach.schemas.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandleTest {

  @ParameterizedTest
  @CsvSource({
    "instagram, Some.One, some.one",
    "Instagram, @some.one, some.one",
    "instagram, https://www.Instagram.com/Some.One/?igsh=MWx0&utm_source=qr, some.one",
    "instagram, instagram.com/some.one#top, some.one",
    "instagram, https://instagr.am/_u/some.one, some.one",
    "instagram, https://www.instagram.com/stories/some.one/3141592653589793238/, some.one",
    "facebook, https://m.facebook.com/Some.One?mibextid=LQQJ4d, some.one",
    "facebook, https://www.facebook.com/profile.php?id=100012345678901&sk=about, 100012345678901",
    "facebook, https://www.facebook.com/people/Some-One/61550001112223/, 61550001112223",
    "facebook, https://www.facebook.com/pages/category/Cafe/Some-One-104505678901234/, 104505678901234",
    "facebook, https://m.me/some.one?ref=card, some.one",
    "tiktok, https://www.tiktok.com/@Some.One?lang=en&_t=8abc&_r=1, some.one",
    "tiktok, https://www.tiktok.com/@some.one/video/7123456789012345678, some.one",
    "linkedin, https://pt.linkedin.com/in/Some-One-12345/?originalSubdomain=pt, some-one-12345",
    "linkedin, https://www.linkedin.com/company/some-one/about/?trk=public_profile, some-one",
    "linkedin, http://linkedin.com/in/jos%C3%A9-one/en, josé-one",
    "linkedin, jose\u0301-one, josé-one"
  })
  void shouldGiveOneSpellingToEveryWayOfWritingAHandle(
      String platform, String text, String canonical) {
    assertThat(Handle.canonical(platform, text)).isEqualTo(canonical);
    assertThat(Handle.canonical(platform, canonical)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "instagram, ' ', empty",
    "instagram, @, no handle can have",
    "instagram, instagram.com, missing",
    "instagram, https://www.instagram.com/, missing",
    "instagram, https://www.instagram.com/p/CxYz12345/, something else",
    "instagram, https://www.tiktok.com/@some.one, another site",
    "instagram, https://notinstagram.com/some.one, another site",
    "instagram, some one, no handle can have",
    "instagram, some@one.example, no handle can have",
    "instagram, ..., no handle can have",
    "instagram, n/a, neither",
    "facebook, https://www.facebook.com/groups/12345678, something else",
    "facebook, https://www.facebook.com/profile.php?sk=about, no profile number",
    "tiktok, https://vm.tiktok.com/ZMabc123/, something else",
    "linkedin, 'https://www.linkedin.com/sales/lead/ACwAAA,NAME_SEARCH', something else",
    "linkedin, https://www.linkedin.com/in/broken%zz, broken %",
    "myspace, some.one, use linkedin"
  })
  void shouldRefuseWhatNamesNobody(String platform, String text, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Handle.canonical(platform, text))
        .withMessageContaining(problem)
        .withMessageNotContaining("one.example");
  }
}
