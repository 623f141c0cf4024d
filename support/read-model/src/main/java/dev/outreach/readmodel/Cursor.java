package dev.outreach.readmodel;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of a list ends: the next one begins after this row, even where rows came or went.
 *
 * @param at the time the list is ordered by, newest first
 * @param id tells rows of the same time apart
 */
public record Cursor(Instant at, UUID id) {

  private static final Pattern TEXT = Pattern.compile("(-?\\d{1,17})_([0-9a-f-]{36})");

  /** The cursor as text for an address. */
  public String text() {
    return at.toEpochMilli() + "_" + id;
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException where it did not
   */
  public static Cursor parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "cursor is not one of ours: use the one the last page ended with");
    }
    return new Cursor(
        Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), UUID.fromString(matcher.group(2)));
  }
}
