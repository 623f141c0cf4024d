package dev.outreach.drafting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

  private static final String GOOD =
      "Hi Anna, the stoneware on your page looks like winter light. What are you firing next?";

  private final RecentDrafts recent = new RecentDrafts(3);
  private final Gate gate = new Gate(recent);
  private final Assignment assignment =
      Fixtures.assignment(Fixtures.anna("Stoneware with 3 glazes. Commissions open."));

  @Test
  void shouldPassAGoodMessage() {
    assertThat(findings(GOOD)).allMatch(finding -> finding.verdict() == Finding.Verdict.PASSED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          length    | Hello
          language  | Hi Anna, deine Arbeit ist schön und ich würde gern mehr von dir und der Keramik sehen.
          language  | Привет Анна, какая у вас красивая керамика, что будет дальше?
          links     | Hi Anna, have a look at https://example.org and tell me what you think.
          links     | Hi Anna, have a look at shop.example.com and tell me what you think.
          links     | Hi Anna, write to me at bob@example.com and tell me what you think.
          links     | Hi Anna, call +47 555 123 456 whenever you like, I would be so glad.
          links     | Hi Anna, do you know @other.potter by any chance? Lovely work there.
          markup    | Hi Anna, your **stoneware** looks like winter light. What is next?
          markup    | Hi Anna, <b>stoneware</b> looks like winter light. What is next?
          markup    | Hi Anna, your `stoneware` looks like winter light. What is next?
          style     | HI ANNA, YOUR STONEWARE LOOKS LIKE WINTER LIGHT. WHAT IS NEXT?
          facts     | Hi Anna, you have 99 glazes and winter light. What are you firing next?
          facts     | Hi Bob, the stoneware on your page looks like winter light. What is next?
          facts     | Hi Anna, there is a discount on clay, what are you firing next?
          leftovers | Hi [Name], the stoneware on your page looks like winter light. What is next?
          leftovers | Hi Anna, as an AI I like stoneware on your page. What are you firing next?
          """)
  void shouldStopWhatMustNotGoOut(String check, String text) {
    assertThat(findings(text).stream().filter(Finding::isBlocking).map(Finding::check))
        .contains(check);
  }

  @Test
  void shouldStopFactsThatAreNotInTheProfile() {
    Proposal invented = new Proposal(GOOD, "en", List.of("Won a prize in Oslo"));
    Proposal known = new Proposal(GOOD, "en", List.of("Commissions open"));

    assertThat(blocking(invented, assignment)).containsExactly("facts");
    assertThat(blocking(known, assignment)).isEmpty();
  }

  @Test
  void shouldCountLengthInTheUnitOfThePlatform() {
    String umlauts = "Hei Anna, så fine krukker " + "ø".repeat(3) + " " + "å ø ".repeat(200);

    assertThat(umlauts.length()).isLessThan(1_000);
    assertThat(blocking(new Proposal(umlauts, "en", List.of()), assignment)).contains("length");
  }

  @Test
  void shouldStopWhatGivesAwayTheInstruction() {
    String leak = GOOD + " " + Fixtures.PROMPT.canary();

    assertThat(blocking(new Proposal(leak, "en", List.of()), assignment)).contains("leftovers");
  }

  @Test
  void shouldStopARepetitionInTheThreadAndOnlyWarnOfOneInTheBatch() {
    Assignment followUp =
        Fixtures.assignment(assignment.person(), new Turn(true, GOOD.replace("winter", "snow")));
    recent.remember(GOOD.replace("Anna", "Ben"));

    List<Finding> findings = gate.examine(proposal(GOOD), Fixtures.brief(followUp));

    assertThat(findings)
        .anySatisfy(
            finding -> {
              assertThat(finding.check()).isEqualTo("sameness");
              assertThat(finding.isBlocking()).isTrue();
            })
        .anySatisfy(
            finding -> {
              assertThat(finding.check()).isEqualTo("batch");
              assertThat(finding.verdict()).isEqualTo(Finding.Verdict.WARNED);
            });
  }

  @Test
  void shouldForgetTheOldestDraftsOfTheBatch() {
    recent.remember(GOOD);
    List.of("one thing", "another matter", "some third subject").forEach(recent::remember);

    assertThat(recent.examine(proposal(GOOD), Fixtures.brief(assignment)).verdict())
        .isEqualTo(Finding.Verdict.PASSED);
  }

  private List<Finding> findings(String text) {
    return gate.examine(proposal(text), Fixtures.brief(assignment));
  }

  private List<String> blocking(Proposal proposal, Assignment of) {
    return gate.examine(proposal, Fixtures.brief(of)).stream()
        .filter(Finding::isBlocking)
        .map(Finding::check)
        .toList();
  }

  private static Proposal proposal(String text) {
    return new Proposal(text, "en", List.of());
  }
}
