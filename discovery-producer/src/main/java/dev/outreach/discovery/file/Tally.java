package dev.outreach.discovery.file;

import dev.outreach.discovery.domain.RowProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts while a file is read. Not thread-safe. */
final class Tally {

  private final Map<String, Long> refused = new HashMap<>();
  private final Map<String, Long> leftOut = new HashMap<>();
  private final List<RowProblem> problems = new ArrayList<>();
  private long rows;
  private long profiles;
  private long duplicates;
  private long withoutAccount;

  void row() {
    rows++;
  }

  void profile() {
    profiles++;
  }

  void duplicate() {
    duplicates++;
  }

  void withoutAccount() {
    withoutAccount++;
  }

  void problem(RowProblem problem) {
    (problem.refused() ? refused : leftOut).merge(problem.code(), 1L, Long::sum);
    if (problems.size() < ImportPlan.MOST_PROBLEMS) {
      problems.add(problem);
    }
  }

  ImportCounts counts() {
    return new ImportCounts(rows, profiles, duplicates, withoutAccount, refused, leftOut);
  }

  List<RowProblem> problems() {
    return List.copyOf(problems);
  }
}
