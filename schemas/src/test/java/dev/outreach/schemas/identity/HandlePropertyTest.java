package dev.outreach.schemas.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Random handles in random disguise; {@code -Dseed=…} repeats a run. */
class HandlePropertyTest {

  private static final long SEED = Long.getLong("seed", new Random().nextLong());
  private static final int TRIES = 5_000;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_.-";
  private static final List<String> PLATFORMS =
      List.of("instagram", "facebook", "tiktok", "linkedin");
  private static final Map<String, List<String>> ADDRESSES =
      Map.of(
          "instagram",
              List.of("https://www.instagram.com/%s", "instagram.com/%s/", "instagr.am/%s"),
          "facebook",
              List.of("https://m.facebook.com/%s", "http://fb.com/%s/", "facebook.com/pg/%s"),
          "tiktok", List.of("https://www.tiktok.com/@%s", "tiktok.com/@%s/video/71"),
          "linkedin", List.of("https://de.linkedin.com/in/%s", "linkedin.com/company/%s/about/"));
  private static final List<String> TRACKING =
      List.of("", "?igsh=abc", "?utm_source=x&utm_medium=y", "?fbclid=Iw.AR_1", "#about");

  private final Random random = new Random(SEED);

  @Test
  void shouldFindTheSamePersonBehindEveryDisguise() {
    for (int i = 0; i < TRIES; i++) {
      String platform = pick(PLATFORMS);
      String handle = handle();
      String disguised = disguise(platform, handle);

      assertThat(Handle.canonical(platform, disguised))
          .as("seed %d, %s as %s", SEED, platform, disguised)
          .isEqualTo(handle);
      assertThat(DerivedId.profile("w", recased(platform), disguised))
          .isEqualTo(DerivedId.profile("w", platform, handle));
    }
  }

  @Test
  void shouldBeIdempotentOrRefuseAnyTextAtAllWithoutQuotingIt() {
    for (int i = 0; i < TRIES; i++) {
      String platform = pick(PLATFORMS);
      String text = anyText();

      Throwable refusal = catchThrowable(() -> Handle.canonical(platform, text));
      if (refusal == null) {
        String canonical = Handle.canonical(platform, text);
        assertThat(Handle.canonical(platform, canonical))
            .as("seed %d, %s", SEED, text)
            .isEqualTo(canonical);
      } else {
        assertThat(refusal)
            .as("seed %d, %s", SEED, text)
            .isExactlyInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("handle ");
      }
    }
  }

  private String disguise(String platform, String handle) {
    List<UnaryOperator<String>> disguises =
        List.of(
            plain -> plain,
            plain -> "@" + plain,
            plain -> "  " + plain + "\t",
            plain ->
                pick(ADDRESSES.getOrDefault(platform, List.of())).formatted(plain)
                    + pick(TRACKING));
    return recased(pick(disguises).apply(handle));
  }

  private String handle() {
    StringBuilder handle = new StringBuilder("x");
    int length = 4 + random.nextInt(20);
    for (int i = 0; i < length; i++) {
      handle.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return handle.append('z').append(random.nextInt(1000)).toString();
  }

  private String anyText() {
    String parts = "aZ9@./?#%=&:-_ +éİß漢\u0301\u0000";
    StringBuilder text = new StringBuilder(pick(List.of("", "https://instagram.com/", "@")));
    int length = random.nextInt(30);
    for (int i = 0; i < length; i++) {
      text.append(parts.charAt(random.nextInt(parts.length())));
    }
    return text.toString();
  }

  private String recased(String text) {
    StringBuilder recased = new StringBuilder();
    for (String letter : text.split("", -1)) {
      recased.append(random.nextBoolean() ? letter.toUpperCase(Locale.ROOT) : letter);
    }
    return recased.toString();
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
