package dev.outreach.benchmarks.faults;

import dev.outreach.schemas.Actor;
import dev.outreach.schemas.ActorKind;
import dev.outreach.schemas.MessageType;
import dev.outreach.schemas.SendOrder;
import dev.outreach.schemas.SendTask;
import dev.outreach.schemas.identity.DerivedId;
import dev.outreach.schemas.identity.Fingerprint;
import java.time.Duration;
import java.time.Instant;

/**
 * A message that somebody approved: to be sent once.
 *
 * @param address where the simulated platform expects it
 */
public record PlannedMessage(
    String profileId, Way way, String username, String address, String text) {

  private static final Duration WINDOW = Duration.ofHours(20);
  private static final Duration APPROVAL_HOLDS = Duration.ofDays(7);

  /** A message to a person. */
  public static PlannedMessage to(Way way, String username, String address) {
    return new PlannedMessage(
        DerivedId.of("proof-profile", username), way, username, address, "Hello " + username);
  }

  /** Follows from the person. */
  public String messageId() {
    return DerivedId.message(profileId, 0);
  }

  /** The order as the pipeline would give it. */
  public SendTask task(Instant now) {
    return SendTask.newBuilder()
        .setId(DerivedId.of("proof-order", profileId))
        .setWorkspaceId("proof")
        .setProfileId(profileId)
        .setOccurredAt(now)
        .setCorrelationId("proof")
        .setActor(Actor.newBuilder().setKind(ActorKind.PERSON).setName("ada").build())
        .setMessageId(messageId())
        .setInstruction(order(now))
        .build();
  }

  private SendOrder order(Instant now) {
    return SendOrder.newBuilder()
        .setPlatform(way.platform())
        .setAccount(way.account())
        .setRecipient(address)
        .setAddressKnown(true)
        .setUsername(username)
        .setText(text)
        .setFingerprint(Fingerprint.of(text, address, way.platform().name(), way.account()))
        .setMessageType(MessageType.INITIAL)
        .setStep(0)
        .setWindowOpenUntil(now.plus(WINDOW))
        .setApprovedAt(now)
        .setApprovedBy("ada")
        .setExpiresAt(now.plus(APPROVAL_HOLDS))
        .build();
  }
}
