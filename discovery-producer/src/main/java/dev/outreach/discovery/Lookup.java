package dev.outreach.discovery;

import dev.outreach.discovery.domain.Door;
import dev.outreach.discovery.domain.JobRequest;
import dev.outreach.discovery.records.JobTotals;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Enrichment;
import dev.outreach.platforms.Found;
import dev.outreach.platforms.NormalisedProfile;
import dev.outreach.platforms.PlatformException;
import dev.outreach.platforms.PlatformFailure;
import dev.outreach.schemas.identity.DerivedId;
import dev.outreach.schemas.identity.Handle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Makes people of search results, each person once in a job. Not thread-safe. */
final class Lookup {

  private final JobRequest request;
  private final Discovery discovery;
  private final Door door;

  /** Ids of people done in this job; after a restart it begins empty, and a repeat is harmless. */
  private final Set<String> done = new HashSet<>();

  Lookup(JobParts parts) {
    this.request = parts.request();
    this.discovery = parts.discovery();
    this.door = parts.door();
  }

  /**
   * What became of some results.
   *
   * @param done how many, from the first, need not be looked at again
   * @param failure why the others were not done
   */
  record Result(
      List<JobStep.Person> people, JobTotals totals, int done, Optional<PlatformFailure> failure) {}

  /**
   * Looks results up, one after the other.
   *
   * @param isEnough asked between them; the others are left for another time
   */
  Result find(List<Found> found, BooleanSupplier isEnough) {
    Batch batch = new Batch();
    for (Found one : found) {
      if (batch.taken > 0 && isEnough.getAsBoolean()) {
        break;
      }
      Optional<PlatformFailure> failure = batch.take(one);
      if (failure.isPresent()) {
        return batch.result(failure);
      }
    }
    return batch.result(Optional.empty());
  }

  private final class Batch {

    private final List<JobStep.Person> people = new ArrayList<>();
    private final Map<String, Long> refused = new HashMap<>();
    private long duplicates;
    private int taken;

    /** A failure that concerns the account leaves the result untaken. */
    Optional<PlatformFailure> take(Found one) {
      Optional<String> handle = canonical(one.handle());
      if (handle.isEmpty()) {
        refuse("BAD_HANDLE");
        return Optional.empty();
      }
      if (done.contains(id(handle.get()))) {
        duplicates++;
        taken++;
        return Optional.empty();
      }
      if (isRefused(handle.get())) {
        return Optional.empty();
      }
      return switch (one) {
        case Found.WithProfile(NormalisedProfile profile) ->
            keepUnlessRefused(profile, handle.get());
        case Found.HandleOnly _ -> enrich(handle.get());
      };
    }

    /** Nobody is asked about people who must not come in, and nothing of them is kept. */
    private boolean isRefused(String handle) {
      return isRefused(handle, door.refusal(id(handle)));
    }

    private boolean isRefused(String handle, Optional<Door.Reason> reason) {
      reason.ifPresent(
          why -> {
            done.add(id(handle));
            refuse(why.name());
          });
      return reason.isPresent();
    }

    private Optional<PlatformFailure> enrich(String handle) {
      return switch (lookUp(handle)) {
        case Enrichment.Enriched(_, NormalisedProfile profile) -> {
          done.add(id(handle));
          String name = canonical(profile.identity().username()).orElse(handle);
          yield isRefused(name) ? Optional.empty() : keepUnlessRefused(profile, name);
        }
        case Enrichment.NotEnriched(_, PlatformFailure failure) -> {
          if (failure.concernsAccount()) {
            yield Optional.of(failure);
          }
          done.add(id(handle));
          refuse(failure.kind());
          yield Optional.empty();
        }
      };
    }

    private Enrichment lookUp(String handle) {
      try {
        return discovery.enrich(List.of(handle)).results().getFirst();
      } catch (PlatformException refusal) {
        return new Enrichment.NotEnriched(handle, refusal.failure());
      }
    }

    /** Only the profile tells the website, so its domain is asked for last. */
    private Optional<PlatformFailure> keepUnlessRefused(NormalisedProfile profile, String handle) {
      String website = profile.description().website();
      return isRefused(handle, door.refusal(request.workspaceId(), website))
          ? Optional.empty()
          : keep(profile, handle);
    }

    private Optional<PlatformFailure> keep(NormalisedProfile profile, String handle) {
      done.add(id(handle));
      people.add(new JobStep.Person(id(handle), NormalisedRecords.of(profile, handle)));
      taken++;
      return Optional.empty();
    }

    private void refuse(String code) {
      refused.merge(code, 1L, Long::sum);
      taken++;
    }

    Result result(Optional<PlatformFailure> failure) {
      JobTotals totals = new JobTotals(people.size(), duplicates, refused, 0);
      return new Result(people, totals, taken, failure);
    }
  }

  private Optional<String> canonical(String handle) {
    try {
      return Optional.of(Handle.canonical(request.platform(), handle));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private String id(String handle) {
    return DerivedId.profile(request.workspaceId(), request.platform(), handle);
  }
}
