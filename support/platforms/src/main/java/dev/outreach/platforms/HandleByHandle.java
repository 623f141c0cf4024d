package dev.outreach.platforms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Looks handles up one after the other, as most platforms demand. */
public final class HandleByHandle {

  private HandleByHandle() {}

  /** The result of one lookup. */
  public record Looked(Enrichment result, QuotaUsage usage) {}

  /**
   * Keeps the contract of {@link Discovery#enrich}.
   *
   * @param lookUp may throw {@link PlatformException}
   */
  public static EnrichedBatch enrich(List<String> handles, Function<String, Looked> lookUp) {
    List<Enrichment> results = new ArrayList<>();
    QuotaUsage usage = QuotaUsage.unknown();
    for (String handle : handles) {
      try {
        Looked looked = lookUp.apply(handle);
        usage = looked.usage();
        results.add(looked.result());
      } catch (PlatformException refused) {
        results.add(new Enrichment.NotEnriched(handle, refused.failure()));
        if (refused.failure().concernsAccount()) {
          giveUp(handles, refused.failure(), results);
        }
      }
      if (results.size() == handles.size()) {
        break;
      }
    }
    return new EnrichedBatch(results, usage);
  }

  private static void giveUp(
      List<String> handles, PlatformFailure failure, List<Enrichment> results) {
    handles
        .subList(results.size(), handles.size())
        .forEach(handle -> results.add(new Enrichment.NotEnriched(handle, failure)));
  }
}
