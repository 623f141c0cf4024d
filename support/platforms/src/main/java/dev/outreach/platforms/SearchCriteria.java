package dev.outreach.platforms;

import java.util.List;

/** What kind of people to look for; each platform reads it its own way. */
public record SearchCriteria(
    List<String> categories, List<String> locations, List<String> keywords) {

  public SearchCriteria {
    categories = List.copyOf(categories);
    locations = List.copyOf(locations);
    keywords = List.copyOf(keywords);
  }
}
