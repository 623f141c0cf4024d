package dev.outreach.discovery.file;

import dev.outreach.discovery.domain.RowProblem;
import java.util.List;

/**
 * What an import did.
 *
 * @param jobId the job it was
 * @param problems every bad row, up to {@link ImportPlan#MOST_PROBLEMS}
 */
public record ImportReport(String jobId, ImportCounts counts, List<RowProblem> problems) {}
