package dev.outreach.profile.avro;

import dev.outreach.profile.domain.Known;
import dev.outreach.profile.domain.Message;
import dev.outreach.profile.domain.Policy;
import dev.outreach.schemas.DiscoveryStatus;
import dev.outreach.schemas.OutreachStatus;
import dev.outreach.schemas.ProfileSummary;
import org.jspecify.annotations.Nullable;

/** How things stand, as readers outside see it. */
final class Summaries {

  private Summaries() {}

  static ProfileSummary write(Known known, @Nullable Message message, Policy policy) {
    return ProfileSummary.newBuilder()
        .setProfile(People.write(known.person()))
        .setDiscoveryStatus(SameName.in(DiscoveryStatus.class, known.discovery()))
        .setOutreachStatus(SameName.in(OutreachStatus.class, known.outreach()))
        .setFollowUpsSent(known.progress().followUpsSent())
        .setFollowUpsLeft(known.followUpsLeft(policy))
        .setLastContactedAt(known.progress().lastContactedAt())
        .setRepliedAt(known.progress().repliedAt())
        .setWindowOpenUntil(known.conversation().windowOpenUntil())
        .setErased(known.erased())
        .setMessage(message == null ? null : Messages.write(message))
        .build();
  }
}
