package dev.outreach.discovery.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Whom discovery does not let in. It knows ids alone, from which no name or handle can be had. Not
 * thread-safe.
 */
public final class Door {

  private final Map<UUID, Map<String, Reason>> refused = new HashMap<>();

  /** Why somebody is refused; the name is the reason code of the refused result. */
  public enum Reason {
    /** They are never to be contacted. */
    SUPPRESSED,
    /** They asked to be forgotten. */
    ERASED
  }

  /**
   * Refuses a person.
   *
   * @param origin who keeps the reason; each origin has one
   */
  public void refuse(UUID profileId, String origin, Reason reason) {
    refused.computeIfAbsent(profileId, _ -> new HashMap<>()).put(origin, reason);
  }

  /** Takes the reason of one origin back; those of others hold on. */
  public void admit(UUID profileId, String origin) {
    Map<String, Reason> reasons = refused.get(profileId);
    if (reasons == null) {
      return;
    }
    reasons.remove(origin);
    if (reasons.isEmpty()) {
      refused.remove(profileId);
    }
  }

  /** Why the person is refused; empty for almost everybody. Erased says more than suppressed. */
  public Optional<Reason> refusal(String profileId) {
    if (refused.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(refused.get(UUID.fromString(profileId)))
        .map(reasons -> reasons.containsValue(Reason.ERASED) ? Reason.ERASED : Reason.SUPPRESSED);
  }
}
