package dev.outreach.api.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Evidence between random profiles; {@code -Dseed=…} repeats a run. */
class SamePersonPropertyTest {

  private static final long SEED = Long.getLong("seed", new Random().nextLong());
  private static final List<String> PLATFORMS =
      List.of("linkedin", "instagram", "tiktok", "facebook");
  private static final List<String> HANDLES = List.of("ada", "ada.bakes", "ben");
  private static final List<String> SITES =
      List.of("", "https://ada.example/", "ada.example", "linktr.ee", "instagram.com/ada", "%%%");
  private static final List<String> BIOS =
      List.of(
          "", "Write to ADA@bakery.example", "ada@bakery.example", "tiktok.com/@ben", "https://");
  private static final List<String> NAMES =
      List.of("", "Ada", "Ada Baker", "ADA  baker!", "Ben Fry");

  @Test
  void shouldNotDependOnTheOrderAndNeverLinkOnePlatform() {
    Random random = new Random(SEED);
    IntStream.range(0, 5_000)
        .forEach(
            round -> {
              Traits one = traits(random);
              Traits other = traits(random);
              Set<Evidence> evidence = SamePerson.evidence(one, other);
              assertThat(evidence)
                  .as("seed %d round %d", SEED, round)
                  .isEqualTo(SamePerson.evidence(other, one));
              if (one.platform().equals(other.platform())) {
                assertThat(evidence).as("seed %d round %d", SEED, round).isEmpty();
              }
            });
  }

  @Test
  void shouldFindNoEvidenceInWhatIsNotThere() {
    Random random = new Random(SEED);
    IntStream.range(0, 1_000)
        .mapToObj(_ -> traits(random))
        .forEach(
            one -> {
              Traits blank = new Traits("other", "zz.zz", null, null, null);
              assertThat(SamePerson.evidence(one, blank)).as("seed %d", SEED).isEmpty();
            });
  }

  @Test
  void shouldStayWithMoreEvidence() {
    Random random = new Random(SEED);
    for (int round = 0; round < 2_000; round++) {
      Traits one = traits(random);
      Traits other = traits(random);
      Traits twin =
          new Traits(other.platform(), one.handle(), one.fullName(), one.website(), one.bio());
      if (SamePerson.isSuggested(SamePerson.evidence(one, other))) {
        assertThat(SamePerson.evidence(one, twin))
            .as("seed %d round %d", SEED, round)
            .contains(Evidence.SAME_HANDLE);
      }
    }
  }

  /** Handle, name, website and bio of two people. */
  @ParameterizedTest
  @CsvSource({
    "ada|Ada Baker||, ada|ada baker||, true",
    "ada|||, ada|||, false",
    "ada|Ada Baker||, eve|Ada Baker||, false",
    "ada||https://www.ada.example/?utm=1|, eve||ada.example/|, true",
    "ada||linktr.ee|, eve||linktr.ee|, false",
    "ada||linktr.ee/ada|, eve||linktr.ee/ada|, true",
    "ada|||hello: ada@b.example, eve|||ADA@b.example!, true",
    "ada|||also https://www.tiktok.com/@Eve?x=1, eve|||, true",
    "ada||instagram.com/x|, eve||instagram.com/x|, false"
  })
  void shouldSuggestOnlyOnEnough(String one, String other, boolean suggested) {
    Set<Evidence> evidence = SamePerson.evidence(on("instagram", one), on("tiktok", other));
    assertThat(SamePerson.isSuggested(evidence)).isEqualTo(suggested);
  }

  private static Traits on(String platform, String traits) {
    String[] each = traits.split("\\|", -1);
    return new Traits(platform, each[0], each[1], each[2], each[3]);
  }

  private static Traits traits(Random random) {
    return new Traits(
        of(PLATFORMS, random),
        of(HANDLES, random),
        of(NAMES, random),
        of(SITES, random),
        of(BIOS, random));
  }

  private static String of(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
