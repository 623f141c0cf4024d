package dev.outreach.platforms.instagram;

import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a search stands: which hashtag of the list, which of its two edges, and the platform's own
 * cursor within it.
 *
 * @param after empty for the first page of the edge
 */
record SearchCursor(int hashtag, Edge edge, String after) {

  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,6}):(recent_media|top_media):(.*)");

  /** The media lists of a hashtag, in the order they are read. */
  enum Edge {
    RECENT("recent_media"),
    TOP("top_media");

    private final String path;

    Edge(String path) {
      this.path = path;
    }

    String path() {
      return path;
    }
  }

  static final SearchCursor START = new SearchCursor(0, Edge.RECENT, "");

  static SearchCursor read(String written) {
    Matcher matcher = WRITTEN.matcher(written);
    if (!matcher.matches()) {
      throw new PlatformException(
          Platform.INSTAGRAM, new PlatformFailure.Invalid(ErrorCode.noAnswer("cursor_not_ours")));
    }
    Edge edge = matcher.group(2).equals(Edge.RECENT.path) ? Edge.RECENT : Edge.TOP;
    return new SearchCursor(Integer.parseInt(matcher.group(1)), edge, matcher.group(3));
  }

  String written() {
    return hashtag + ":" + edge.path + ":" + after;
  }

  /**
   * What comes next.
   *
   * @param pageAfter the platform's cursor for the next page of this edge, empty at its end
   * @param hashtags how many hashtags the search has
   */
  Optional<SearchCursor> next(Optional<String> pageAfter, int hashtags) {
    if (pageAfter.isPresent()) {
      return Optional.of(new SearchCursor(hashtag, edge, pageAfter.get()));
    }
    if (edge == Edge.RECENT) {
      return Optional.of(new SearchCursor(hashtag, Edge.TOP, ""));
    }
    return hashtag + 1 < hashtags
        ? Optional.of(new SearchCursor(hashtag + 1, Edge.RECENT, ""))
        : Optional.empty();
  }
}
