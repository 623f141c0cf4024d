package dev.outreach.platforms.instagram;

import dev.outreach.platforms.SearchCriteria;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Turns search criteria into hashtags: the narrow ones with a location first, then the plain ones.
 */
final class Hashtags {

  private Hashtags() {}

  static List<String> of(SearchCriteria criteria) {
    List<String> words = new ArrayList<>(criteria.keywords());
    words.addAll(criteria.categories());
    Set<String> hashtags = new LinkedHashSet<>();
    for (String word : words) {
      criteria.locations().forEach(location -> add(hashtags, word + location));
    }
    words.forEach(word -> add(hashtags, word));
    return List.copyOf(hashtags);
  }

  private static void add(Set<String> hashtags, String text) {
    StringBuilder hashtag = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(hashtag::appendCodePoint);
    if (!hashtag.isEmpty()) {
      hashtags.add(hashtag.toString());
    }
  }
}
