package dev.outreach.platforms.unipile;

import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a search stands: which word of the list, where it looks, and Unipile's own cursor.
 *
 * @param places ids of places, looked up once for the whole search
 * @param cursor empty for the first page of a word
 */
record UnipileCursor(int word, List<String> places, String cursor) {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6});([\\w,-]*);(.*)");

  static UnipileCursor read(String written) {
    Matcher matcher = WRITTEN.matcher(written);
    if (!matcher.matches()) {
      throw new PlatformException(
          Platform.LINKEDIN, new PlatformFailure.Invalid(ErrorCode.noAnswer("cursor_not_ours")));
    }
    String places = matcher.group(2);
    return new UnipileCursor(
        Integer.parseInt(matcher.group(1)),
        places.isEmpty() ? List.of() : List.of(places.split(",", -1)),
        matcher.group(3));
  }

  String written() {
    return word + ";" + String.join(",", places) + ";" + cursor;
  }

  /** What comes next, of so many words. */
  Optional<UnipileCursor> next(Optional<String> more, int words) {
    if (more.isPresent()) {
      return Optional.of(new UnipileCursor(word, places, more.get()));
    }
    return word + 1 < words
        ? Optional.of(new UnipileCursor(word + 1, places, ""))
        : Optional.empty();
  }
}
