package dev.outreach.discovery.domain;

import dev.outreach.schemas.identity.DerivedId;
import dev.outreach.schemas.identity.WebsiteDomain;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
   * Refuses a person, or everybody of a domain.
   *
   * @param id the person's, or {@link DerivedId#domain the domain's}
   * @param origin who keeps the reason; each origin has one
   */
  public void refuse(UUID id, String origin, Reason reason) {
    refused.computeIfAbsent(id, _ -> new HashMap<>()).put(origin, reason);
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
    return reasonOf(profileId);
  }

  /**
   * Why everybody with this website is refused: its domain, or one it lies in, is; empty for almost
   * everybody.
   *
   * @param website as the person wrote it; null where they have none
   */
  public Optional<Reason> refusal(String workspaceId, @Nullable String website) {
    if (refused.isEmpty() || website == null) {
      return Optional.empty();
    }
    return WebsiteDomain.of(website).stream()
        .flatMap(domain -> WebsiteDomain.withParents(domain).stream())
        .flatMap(domain -> reasonOf(DerivedId.domain(workspaceId, domain)).stream())
        .findFirst();
  }

  private Optional<Reason> reasonOf(String id) {
    if (refused.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(refused.get(UUID.fromString(id)))
        .map(reasons -> reasons.containsValue(Reason.ERASED) ? Reason.ERASED : Reason.SUPPRESSED);
  }
}
