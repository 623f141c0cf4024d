package dev.outreach.platforms;

import java.util.List;
import java.util.Optional;

/**
 * One page of a search. A page may be empty and still be followed by another.
 *
 * @param nextCursor opaque; hand it back to read on, also after a restart. Empty at the end
 */
public record SearchPage(List<Found> found, Optional<String> nextCursor, QuotaUsage usage) {

  public SearchPage {
    found = List.copyOf(found);
  }
}
