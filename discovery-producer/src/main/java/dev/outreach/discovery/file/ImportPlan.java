package dev.outreach.discovery.file;

import dev.outreach.discovery.domain.FoundPerson;
import dev.outreach.discovery.domain.RowProblem;
import java.util.List;
import java.util.Map;

/**
 * What an import would do.
 *
 * @param jobId the job it would be: the same for the same content and options
 * @param layout what kind of file it is, in words
 * @param columns each column of the file and the field it fills, empty for none, in file order
 * @param firstPeople the first people it would take over
 * @param problems every bad row, up to {@link #MOST_PROBLEMS}
 */
public record ImportPlan(
    String jobId,
    String layout,
    Map<String, String> columns,
    List<FoundPerson> firstPeople,
    List<RowProblem> problems,
    ImportCounts counts) {

  /** So many bad rows are listed; all are counted. */
  public static final int MOST_PROBLEMS = 10_000;
}
