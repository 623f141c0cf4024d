package dev.outreach.discovery.domain;

import dev.outreach.schemas.identity.Handle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the cells of a row into people. Remembers columns, so not thread-safe. */
public final class RowReader {

  private static final Set<String> PLACEHOLDERS =
      Set.of("", "-", "--", "n/a", "na", "#n/a", "none", "null", "nan", "undefined");

  private final ColumnMapping mapping;
  private final Optional<String> onlyPlatform;
  private final Map<String, ColumnRole> roles = new LinkedHashMap<>();

  /**
   * A reader of one file.
   *
   * @param onlyPlatform in lower case; accounts on other platforms are left out
   */
  public RowReader(ColumnMapping mapping, Optional<String> onlyPlatform) {
    this.mapping = mapping;
    this.onlyPlatform = onlyPlatform;
  }

  /** What the columns met so far are taken for, in the order met. */
  public Map<String, ColumnRole> columns() {
    return new LinkedHashMap<>(roles);
  }

  /** Makes the column known, so that {@link #columns} shows it even where no row fills it. */
  public ColumnRole role(String column) {
    return roles.computeIfAbsent(column, mapping::role);
  }

  /**
   * Reads a row.
   *
   * @param line where it begins
   * @param cells by column name, in the order of the file
   */
  public RowReading read(long line, Map<String, String> cells) {
    RowCells row = new RowCells(line);
    cells.forEach((column, text) -> sort(row, column, text.strip()));
    Map<String, List<RowCells.Cell>> accounts = accounts(row);
    List<RowProblem> problems = new ArrayList<>(row.problems());
    List<FoundPerson> people = new ArrayList<>();
    boolean single = accounts.size() == 1;
    accounts.forEach(
        (platform, candidates) ->
            handle(platform, candidates, line, problems)
                .map(cell -> person(platform, cell, row.details(platform, single, problems)))
                .ifPresent(people::add));
    boolean namesAccount = !accounts.isEmpty() || !row.problems().isEmpty();
    return new RowReading(people, problems, namesAccount);
  }

  private void sort(RowCells row, String column, String text) {
    if (PLACEHOLDERS.contains(text.toLowerCase(Locale.ROOT))) {
      role(column);
      return;
    }
    RowCells.Cell cell = new RowCells.Cell(column, text);
    switch (role(column)) {
      case ColumnRole.Account(String platform) -> row.account(platform, cell);
      case ColumnRole.AnyAccount() -> row.anyAccount(cell);
      case ColumnRole.PlatformName() -> row.platform(cell);
      case ColumnRole.About(Detail detail, Optional<String> platform) ->
          row.about(detail, platform, cell);
      case ColumnRole.Ignored() -> {}
    }
  }

  /** The cells that may name the person, by platform; several cells of a platform are choices. */
  private Map<String, List<RowCells.Cell>> accounts(RowCells row) {
    Map<String, List<RowCells.Cell>> accounts = row.accounts(onlyPlatform);
    onlyPlatform.ifPresent(only -> accounts.keySet().removeIf(platform -> !platform.equals(only)));
    return accounts;
  }

  private static Optional<RowCells.Cell> handle(
      String platform, List<RowCells.Cell> candidates, long line, List<RowProblem> problems) {
    Optional<RowProblem> first = Optional.empty();
    for (RowCells.Cell cell : candidates) {
      try {
        return Optional.of(new RowCells.Cell(Handle.canonical(platform, cell.text()), cell.text()));
      } catch (IllegalArgumentException refused) {
        String reason = "column " + cell.column() + ": " + refused.getMessage();
        first = first.or(() -> Optional.of(new RowProblem(line, "BAD_HANDLE", reason, true)));
      }
    }
    first.ifPresent(problems::add);
    return Optional.empty();
  }

  private static FoundPerson person(String platform, RowCells.Cell found, PersonDetails details) {
    String handle = found.column();
    return new FoundPerson(
        platform, handle, ProfileLink.of(platform, handle, found.text()), details);
  }
}
