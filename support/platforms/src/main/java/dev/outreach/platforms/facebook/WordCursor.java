package dev.outreach.platforms.facebook;

import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a search stands: which word of the list, and the platform's own cursor within it.
 *
 * @param after empty for the first page
 */
record WordCursor(int word, String after) {

  static final WordCursor START = new WordCursor(0, "");

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6}):(.*)");

  static WordCursor read(String written) {
    Matcher matcher = WRITTEN.matcher(written);
    if (!matcher.matches()) {
      throw new PlatformException(
          Platform.FACEBOOK, new PlatformFailure.Invalid(ErrorCode.noAnswer("cursor_not_ours")));
    }
    return new WordCursor(Integer.parseInt(matcher.group(1)), matcher.group(2));
  }

  String written() {
    return word + ":" + after;
  }

  Optional<WordCursor> next(Optional<String> pageAfter, int words) {
    if (pageAfter.isPresent()) {
      return Optional.of(new WordCursor(word, pageAfter.get()));
    }
    return word + 1 < words ? Optional.of(new WordCursor(word + 1, "")) : Optional.empty();
  }
}
