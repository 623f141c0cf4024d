package dev.outreach.platforms;

import java.util.List;
import java.util.Optional;

/**
 * Finding people on a platform. Implementations are thread-safe and block for the length of a few
 * HTTP calls.
 */
public interface Discovery {

  /**
   * Reads one page of a search.
   *
   * @param cursor the {@link SearchPage#nextCursor} of the page before, empty for the first
   * @throws PlatformException where the platform refuses or cannot be reached; the same cursor may
   *     be tried again
   */
  SearchPage search(SearchCriteria criteria, Optional<String> cursor);

  /**
   * Looks up people by handle. After a failure that concerns the account rather than one handle
   * (token, permission, rate, block, outage) the remaining handles are not asked for and carry the
   * same failure.
   */
  EnrichedBatch enrich(List<String> handles);

  /**
   * What a search and lookups may cost, and what our own count leaves of the platform's quota; the
   * platform is not called.
   */
  default Effort effort(SearchCriteria criteria) {
    return Effort.unknown();
  }
}
