package dev.outreach.discovery;

import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Engagement;
import dev.outreach.platforms.EnrichedBatch;
import dev.outreach.platforms.Enrichment;
import dev.outreach.platforms.ErrorCode;
import dev.outreach.platforms.Found;
import dev.outreach.platforms.NormalisedProfile;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.platforms.QuotaUsage;
import dev.outreach.platforms.SearchCriteria;
import dev.outreach.platforms.SearchPage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A platform with given pages of handles, which fails when told to and keeps what it was asked. */
final class FakeDiscovery implements Discovery {

  private final List<List<String>> pages;
  private final Deque<PlatformFailure> failures = new ArrayDeque<>();
  private final Map<String, PlatformFailure> failuresAt = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private Runnable beforeLookup = () -> {};

  FakeDiscovery(List<List<String>> pages) {
    this.pages = pages;
  }

  /** The next call fails so. */
  void failOnce(PlatformFailure failure) {
    failures.add(failure);
  }

  /** The next lookup of this handle fails so. */
  void failOnceAt(String handle, PlatformFailure failure) {
    failuresAt.put(handle, failure);
  }

  /** Time passes with every lookup. */
  void everyLookupTakes(Duration time, Rig.MovedClock clock) {
    beforeLookup = () -> clock.move(time);
  }

  /** Cursors and handles, in the order asked. */
  List<String> asked() {
    return asked;
  }

  @Override
  public SearchPage search(SearchCriteria criteria, Optional<String> cursor) {
    asked.add("page " + cursor.orElse("0"));
    if (!failures.isEmpty()) {
      throw new PlatformException(Platform.INSTAGRAM, failures.remove());
    }
    int number = Integer.parseInt(cursor.orElse("0"));
    List<Found> found =
        pages.get(number).stream()
            .<Found>map(handle -> new Found.HandleOnly(handle, "#t"))
            .toList();
    Optional<String> next =
        number + 1 < pages.size() ? Optional.of(Integer.toString(number + 1)) : Optional.empty();
    return new SearchPage(found, next, QuotaUsage.unknown());
  }

  @Override
  public EnrichedBatch enrich(List<String> handles) {
    beforeLookup.run();
    asked.addAll(handles);
    return new EnrichedBatch(handles.stream().map(this::enrich).toList(), QuotaUsage.unknown());
  }

  private Enrichment enrich(String handle) {
    PlatformFailure failure = failuresAt.remove(handle);
    if (failure != null) {
      return new Enrichment.NotEnriched(handle, failure);
    }
    if (!failures.isEmpty()) {
      return new Enrichment.NotEnriched(handle, failures.remove());
    }
    return handle.startsWith("private")
        ? new Enrichment.NotEnriched(
            handle, new PlatformFailure.NotFound(new ErrorCode(400, "110", "2207013")))
        : new Enrichment.Enriched(handle, profile(handle));
  }

  static NormalisedProfile profile(String handle) {
    return new NormalisedProfile(
        new NormalisedProfile.Identity(Platform.INSTAGRAM, "17", handle, null, null),
        new NormalisedProfile.Description(
            "Somebody", null, null, null, null, "https://www.shop." + handle + ".example/"),
        new NormalisedProfile.Audience(1200L, null, null, null),
        new NormalisedProfile.Activity(null, null, null),
        new Engagement.Unscored(Engagement.Reason.NO_USABLE_POSTS),
        new NormalisedProfile.Source("fake", Instant.EPOCH));
  }
}
