package dev.outreach.profile.avro;

import dev.outreach.profile.domain.Finding;
import dev.outreach.profile.domain.Input;
import dev.outreach.profile.domain.ProfileEvent.ProfileErased;
import dev.outreach.profile.domain.ProfileEvent.ProfileSuppressed;
import dev.outreach.schemas.DiscoveryOutcome;
import dev.outreach.schemas.DiscoveryResult;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.RefusalReason;
import dev.outreach.schemas.RefusedPerson;
import dev.outreach.schemas.identity.DerivedId;
import java.util.Optional;

/** What discovery and its jobs are told; nothing of it names anybody. */
final class ForDiscovery {

  /** Whose reasons these are: an operator's list has reasons of its own. */
  private static final String ORIGIN = "profile";

  private ForDiscovery() {}

  /** What a person found turned out to be; empty for an input that found nobody. */
  static Optional<DiscoveryResult> told(Finding finding, Input input) {
    if (!(input instanceof Input.Discovered found)) {
      return Optional.empty();
    }
    return Optional.of(
        DiscoveryResult.newBuilder()
            .setId(DerivedId.of("finding", found.envelope().id()))
            .setWorkspaceId(found.envelope().workspaceId())
            .setProfileId(found.envelope().profileId())
            .setJobId(found.job().jobId())
            .setPage(found.job().page())
            .setOccurredAt(found.envelope().occurredAt())
            .setCorrelationId(found.envelope().correlationId())
            .setOutcome(SameName.in(DiscoveryOutcome.class, finding))
            .build());
  }

  /** Whom discovery must not pass on from now on; empty for most events. */
  static Optional<RefusedPerson> refusal(
      dev.outreach.profile.domain.ProfileEvent event, ProfileEvent published) {
    return switch (event) {
      case ProfileSuppressed _ -> Optional.of(refused(published, RefusalReason.SUPPRESSED));
      case ProfileErased _ -> Optional.of(refused(published, RefusalReason.ERASED));
      default -> Optional.empty();
    };
  }

  private static RefusedPerson refused(ProfileEvent event, RefusalReason reason) {
    return RefusedPerson.newBuilder()
        .setId(DerivedId.of("refused", event.getId()))
        .setWorkspaceId(event.getWorkspaceId())
        .setProfileId(event.getProfileId())
        .setOrigin(ORIGIN)
        .setReason(reason)
        .setOccurredAt(event.getOccurredAt())
        .build();
  }
}
