package dev.outreach.discovery.domain;

import java.util.List;

/**
 * What a row says.
 *
 * @param people at most one for each platform
 * @param namesAccount false where no column that could name an account is filled
 */
public record RowReading(
    List<FoundPerson> people, List<RowProblem> problems, boolean namesAccount) {

  public RowReading {
    people = List.copyOf(people);
    problems = List.copyOf(problems);
  }
}
