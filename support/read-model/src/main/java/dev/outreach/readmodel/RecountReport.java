package dev.outreach.readmodel;

import java.util.List;

/**
 * The counts beside a full recount of the same instant.
 *
 * @param lines every count in all
 * @param differences every count of a workspace, platform and partition that is not what the
 *     recount gives; empty where all is well
 */
public record RecountReport(List<CountLine> lines, List<CountDifference> differences) {

  public RecountReport {
    lines = List.copyOf(lines);
    differences = List.copyOf(differences);
  }

  /** Whether every count is what the recount gives. */
  public boolean agrees() {
    return differences.isEmpty();
  }
}
