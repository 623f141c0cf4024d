package dev.outreach.discovery.domain;

import dev.outreach.schemas.identity.Handle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The filled cells of one row, sorted by what their columns are for. */
final class RowCells {

  private static final int LONGEST_TEXT = 5_000;

  private final long line;
  private final Map<String, List<Cell>> accounts = new LinkedHashMap<>();
  private final List<Cell> anyAccounts = new ArrayList<>();
  private final Map<Key, Cell> details = new HashMap<>();
  private final List<RowProblem> problems = new ArrayList<>();
  private Optional<String> platform = Optional.empty();
  private boolean namesUnknownPlatform;

  record Cell(String column, String text) {}

  private record Key(Detail detail, Optional<String> platform) {}

  RowCells(long line) {
    this.line = line;
  }

  void account(String platformName, Cell cell) {
    accounts.computeIfAbsent(platformName, _ -> new ArrayList<>()).add(cell);
  }

  void anyAccount(Cell cell) {
    anyAccounts.add(cell);
  }

  void platform(Cell cell) {
    try {
      platform = Optional.of(Handle.platformName(cell.text()));
    } catch (IllegalArgumentException refused) {
      namesUnknownPlatform = true;
      problems.add(
          new RowProblem(
              line,
              "UNKNOWN_PLATFORM",
              "column " + cell.column() + ": " + refused.getMessage(),
              true));
    }
  }

  void about(Detail detail, Optional<String> where, Cell cell) {
    details.putIfAbsent(new Key(detail, where), cell);
  }

  List<RowProblem> problems() {
    return problems;
  }

  /**
   * The accounts by platform.
   *
   * @param usual the platform of a row that names none
   */
  Map<String, List<Cell>> accounts(Optional<String> usual) {
    Optional<String> told = namesUnknownPlatform ? Optional.empty() : platform.or(() -> usual);
    for (Cell cell : anyAccounts) {
      told.or(() -> Handle.platformOfAddress(cell.text())).ifPresent(name -> account(name, cell));
    }
    if (accounts.isEmpty() && !anyAccounts.isEmpty() && problems.isEmpty()) {
      problems.add(
          new RowProblem(
              line,
              "UNKNOWN_PLATFORM",
              "column %s: names no platform: add --platform"
                  .formatted(anyAccounts.getFirst().column()),
              true));
    }
    return accounts;
  }

  /**
   * What the row says of an account.
   *
   * @param single true where it is the row's only account, so that figures without a platform are
   *     its own
   */
  PersonDetails details(String of, boolean single, List<RowProblem> found) {
    Reader reader = new Reader(of, single, found);
    return new PersonDetails(
        reader.name(),
        reader.text(Detail.BIO),
        reader.text(Detail.CATEGORY),
        reader.place(),
        reader.text(Detail.WEBSITE),
        reader.text(Detail.LANGUAGE),
        reader.figure(Detail.TIME_ZONE, Figures::zone),
        reader.text(Detail.EXTERNAL_ID),
        reader.figure(Detail.FOLLOWERS, Figures::count),
        reader.figure(Detail.FOLLOWING, Figures::count),
        reader.figure(Detail.POSTS, Figures::count),
        reader.figure(Detail.AVERAGE_LIKES, Figures::average),
        reader.figure(Detail.AVERAGE_COMMENTS, Figures::average),
        reader.figure(Detail.VERIFIED, Figures::flag));
  }

  private final class Reader {

    private final String of;
    private final boolean single;
    private final List<RowProblem> found;

    Reader(String of, boolean single, List<RowProblem> found) {
      this.of = of;
      this.single = single;
      this.found = found;
    }

    private @Nullable Cell cell(Detail detail) {
      Cell own = details.get(new Key(detail, Optional.of(of)));
      if (own != null || (detail.ofAccount() && !single)) {
        return own;
      }
      return details.get(new Key(detail, Optional.empty()));
    }

    @Nullable String text(Detail detail) {
      Cell cell = cell(detail);
      if (cell == null) {
        return null;
      }
      if (cell.text().length() <= LONGEST_TEXT) {
        return cell.text();
      }
      note(cell, "TOO_LONG", "is longer than " + LONGEST_TEXT + " characters: left out");
      return null;
    }

    @Nullable String name() {
      String full = text(Detail.FULL_NAME);
      return full == null ? joined(" ", Detail.FIRST_NAME, Detail.LAST_NAME) : full;
    }

    @Nullable String place() {
      String place = text(Detail.LOCATION);
      return place == null ? joined(", ", Detail.CITY, Detail.REGION, Detail.COUNTRY) : place;
    }

    <T> @Nullable T figure(Detail detail, Function<String, T> parser) {
      Cell cell = cell(detail);
      if (cell == null) {
        return null;
      }
      try {
        return parser.apply(cell.text());
      } catch (NumberFormatException _) {
        note(cell, "BAD_FIGURE", "is no " + detail.key() + ": left out");
        return null;
      }
    }

    private @Nullable String joined(String separator, Detail... parts) {
      String joined =
          Stream.of(parts)
              .map(this::text)
              .filter(Objects::nonNull)
              .collect(Collectors.joining(separator));
      return joined.isEmpty() ? null : joined;
    }

    private void note(Cell cell, String code, String problem) {
      RowProblem note =
          new RowProblem(line, code, "column " + cell.column() + " " + problem, false);
      if (!found.contains(note)) {
        found.add(note);
      }
    }
  }
}
