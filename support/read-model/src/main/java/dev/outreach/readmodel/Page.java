package dev.outreach.readmodel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a list.
 *
 * @param rows the rows
 * @param next where the next page begins; null where nothing is left
 */
public record Page<T>(List<T> rows, @Nullable Cursor next) {

  public Page {
    rows = List.copyOf(rows);
  }

  /** Cuts one row more than wanted down to a page. */
  static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursorOf) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> shown = rows.subList(0, limit);
    return new Page<>(shown, cursorOf.apply(shown.getLast()));
  }
}
