package dev.outreach.platforms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What kind of people to look for; each platform reads it its own way. */
public record SearchCriteria(
    List<String> categories, List<String> locations, List<String> keywords) {

  public SearchCriteria {
    categories = List.copyOf(categories);
    locations = List.copyOf(locations);
    keywords = List.copyOf(keywords);
  }

  /** Keywords, then categories, each once and none blank. */
  public List<String> words() {
    Set<String> words = new LinkedHashSet<>(keywords);
    words.addAll(categories);
    words.removeIf(String::isBlank);
    return List.copyOf(words);
  }
}
