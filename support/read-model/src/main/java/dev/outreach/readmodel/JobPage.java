package dev.outreach.readmodel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some jobs of a list.
 *
 * @param next where the next page begins; null where nothing is left
 */
public record JobPage(List<JobRow> rows, @Nullable JobCursor next) {

  public JobPage {
    rows = List.copyOf(rows);
  }
}
