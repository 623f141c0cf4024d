package dev.outreach.sandbox.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PopulationTest {

  @Test
  void shouldHaveAsManyPeopleAsItIsToldWhateverTheSeed() {
    assertThat(LongStream.range(0, 300))
        .allSatisfy(seed -> assertThat(new Population(seed, 120).all()).hasSize(120));
  }

  @Test
  void shouldBeginWithTheSamePeopleWhateverItsSize() {
    assertThat(LongStream.range(0, 300))
        .allSatisfy(
            seed ->
                assertThat(new Population(seed, 120).all())
                    .startsWith(new Population(seed, 60).all().toArray(Person[]::new)));
  }
}
