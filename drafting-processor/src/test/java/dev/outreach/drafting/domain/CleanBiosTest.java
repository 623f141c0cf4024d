package dev.outreach.drafting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the gate stops although nothing is wrong with it. */
class CleanBiosTest {

  private final Gate gate = new Gate(new RecentDrafts(1));

  /** An honest drafter: one fact of the profile, in its words, and a question. */
  private static Proposal honest(Brief brief) {
    Optional<String> fact = brief.facts().stream().skip(2).findFirst();
    return fact.map(
            words ->
                new Proposal(
                    "Hi Anna, I read \"" + words + "\" on your page. How did you get into that?",
                    "en",
                    List.of(words)))
        .orElse(new Proposal("Hi Anna, what are you busy with at the moment?", "en", List.of()));
  }

  @Test
  void shouldStopAtMostTwoInAHundred() {
    List<String> bios = Fixtures.lines("clean-bios.txt");
    List<String> stopped =
        bios.stream().filter(bio -> isStopped(Fixtures.assignment(Fixtures.anna(bio)))).toList();

    assertThat(bios).hasSize(100);
    assertThat(stopped).as("stopped although clean").hasSizeLessThanOrEqualTo(2);
  }

  /** Where a script is not Latin, the quoted fact would change the language of the message. */
  private boolean isStopped(Assignment assignment) {
    Brief brief = Fixtures.brief(assignment);
    return gate.examine(honest(brief), brief).stream().anyMatch(Finding::isBlocking);
  }
}
