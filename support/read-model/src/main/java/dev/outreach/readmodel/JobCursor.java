package dev.outreach.readmodel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of jobs ends; unlike other ids a job's may be any text.
 *
 * @param at when the last job of the page began
 * @param jobId tells jobs of the same time apart
 */
public record JobCursor(Instant at, String jobId) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,14})_([A-Za-z0-9_-]{1,1200})");

  /** The cursor as text for an address. */
  public String text() {
    byte[] id = jobId.getBytes(StandardCharsets.UTF_8);
    return at.toEpochMilli() + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException where it did not
   */
  public static JobCursor parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "cursor is not one of ours: use the one the last page ended with");
    }
    byte[] id = Base64.getUrlDecoder().decode(matcher.group(2));
    return new JobCursor(
        Instant.ofEpochMilli(Long.parseLong(matcher.group(1))),
        new String(id, StandardCharsets.UTF_8).replace("\0", ""));
  }
}
