package dev.outreach.platforms.linkedin;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a search stands: which word of the list, and how many results of it were read.
 *
 * @param start 0 for the first page
 */
record WordPosition(int word, int start) {

  static final WordPosition START = new WordPosition(0, 0);

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6}):(\\d{1,6})");

  static WordPosition read(String written) {
    Matcher matcher = WRITTEN.matcher(written);
    if (!matcher.matches()) {
      throw LinkedInDiscovery.notOurs();
    }
    return new WordPosition(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  String written() {
    return word + ":" + start;
  }

  /**
   * What comes next.
   *
   * @param more whether this word has a further page
   * @param words how many words the search has
   */
  Optional<WordPosition> next(boolean more, int pageSize, int words) {
    if (more) {
      return Optional.of(new WordPosition(word, start + pageSize));
    }
    return word + 1 < words ? Optional.of(new WordPosition(word + 1, 0)) : Optional.empty();
  }
}
