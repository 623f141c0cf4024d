package dev.outreach.discovery.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowReaderTest {

  private final RowReader reader = new RowReader(ColumnMapping.recognised(), Optional.empty());

  @Test
  void shouldMakeOnePersonForEachPlatformOfARow() {
    RowReading row =
        reader.read(
            2,
            Map.of(
                "full_name", "Ana",
                "instagram_username", "@Ana.Demo",
                "linkedin_url", "https://www.linkedin.com/in/ana-demo/?trk=x",
                "instagram_followers", "1.2K",
                "followers", "7"));

    assertThat(row.people())
        .extracting(FoundPerson::platform, FoundPerson::handle, FoundPerson::profileUrl)
        .containsExactlyInAnyOrder(
            tuple("instagram", "ana.demo", "https://www.instagram.com/ana.demo/"),
            tuple("linkedin", "ana-demo", "https://www.linkedin.com/in/ana-demo"));
    assertThat(row.people())
        .allSatisfy(person -> assertThat(person.details().fullName()).isEqualTo("Ana"))
        .anySatisfy(person -> assertThat(person.details().followers()).isEqualTo(1200L))
        .anySatisfy(person -> assertThat(person.details().followers()).isNull());
  }

  @Test
  void shouldTakeTheFirstCellThatNamesSomebody() {
    RowReading row =
        reader.read(
            2,
            new LinkedHashMap<>(
                Map.of(
                    "profileUrl", "https://www.linkedin.com/sales/lead/ACwAAB,NAME_SEARCH",
                    "defaultProfileUrl", "https://www.linkedin.com/in/ana-demo")));

    assertThat(row.people()).extracting(FoundPerson::handle).containsExactly("ana-demo");
    assertThat(row.problems()).isEmpty();
  }

  @Test
  void shouldSayWhichPlatformIsMissing() {
    RowReading row = reader.read(7, Map.of("username", "ana.demo"));

    assertThat(row.people()).isEmpty();
    assertThat(row.problems())
        .containsExactly(
            new RowProblem(
                7, "UNKNOWN_PLATFORM", "column username: names no platform: add --platform", true));
  }

  @Test
  void shouldFollowThePlatformColumn() {
    assertThat(reader.read(2, Map.of("platform", "TikTok", "username", "ana.demo")).people())
        .extracting(FoundPerson::platform)
        .containsExactly("tiktok");
    assertThat(reader.read(3, Map.of("platform", "Myspace", "username", "ana.demo")).problems())
        .extracting(RowProblem::code)
        .containsExactly("UNKNOWN_PLATFORM");
  }

  @Test
  void shouldTakeOverOnlyThePlatformAskedFor() {
    RowReader only = new RowReader(ColumnMapping.recognised(), Optional.of("facebook"));

    assertThat(only.read(2, Map.of("ig", "ana.demo", "fb", "ana.fb.demo")).people())
        .extracting(FoundPerson::handle)
        .containsExactly("ana.fb.demo");
    assertThat(only.read(3, Map.of("ig", "ana.demo")).namesAccount()).isFalse();
  }

  @Test
  void shouldNotTakePeopleOfAnotherPlatformForThoseAskedFor() {
    RowReader only = new RowReader(ColumnMapping.recognised(), Optional.of("instagram"));

    assertThat(only.read(2, Map.of("platform", "TikTok", "username", "ada.b")).people()).isEmpty();
    assertThat(only.read(3, Map.of("platform", "Myspace", "username", "ada.b")).people()).isEmpty();
    assertThat(only.read(4, Map.of("platform", "Instagram", "username", "ada.b")).people())
        .hasSize(1);
    assertThat(only.read(5, Map.of("username", "ada.b")).people()).hasSize(1);
  }

  @Test
  void shouldKeepThePersonAndLeaveOutAFigureThatIsNone() {
    RowReading row = reader.read(4, Map.of("ig", "ana.demo", "followers", "lots"));

    assertThat(row.people()).hasSize(1);
    assertThat(row.problems())
        .containsExactly(
            new RowProblem(4, "BAD_FIGURE", "column followers is no followers: left out", false));
  }

  @Test
  void shouldCallARowWithoutAccountNoError() {
    RowReading row = reader.read(5, Map.of("full_name", "Ana", "ig", "n/a", "fb", ""));

    assertThat(row.namesAccount()).isFalse();
    assertThat(row.problems()).isEmpty();
  }
}
