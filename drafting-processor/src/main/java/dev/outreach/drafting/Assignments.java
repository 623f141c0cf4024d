package dev.outreach.drafting;

import dev.outreach.drafting.domain.Assignment;
import dev.outreach.drafting.domain.LengthLimits;
import dev.outreach.drafting.domain.MessageKind;
import dev.outreach.drafting.domain.Network;
import dev.outreach.drafting.domain.Person;
import dev.outreach.drafting.domain.Turn;
import dev.outreach.schemas.DraftTask;
import dev.outreach.schemas.MessageDirection;
import dev.outreach.schemas.MessageType;
import dev.outreach.schemas.Platform;
import dev.outreach.schemas.Profile;
import dev.outreach.schemas.ThreadMessage;
import java.util.Optional;

/** Reads tasks as assignments. */
final class Assignments {

  private final LengthLimits limits;
  private final String fallbackLanguage;

  Assignments(LengthLimits limits, String fallbackLanguage) {
    this.limits = limits;
    this.fallbackLanguage = fallbackLanguage;
  }

  /** Empty where the network is one we write no messages for. */
  Optional<Assignment> of(DraftTask task) {
    MessageKind kind = kind(task.getMessageType());
    return network(task.getProfile().getPlatform())
        .map(
            network ->
                new Assignment(
                    network,
                    kind,
                    task.getStep(),
                    person(task.getProfile()),
                    task.getProfile().getLanguage().orElse(fallbackLanguage),
                    limits.of(network, kind),
                    task.getHistory().stream().map(Assignments::turn).toList()));
  }

  private static Optional<Network> network(Platform platform) {
    return switch (platform) {
      case LINKEDIN -> Optional.of(Network.LINKEDIN);
      case INSTAGRAM -> Optional.of(Network.INSTAGRAM);
      case TIKTOK -> Optional.of(Network.TIKTOK);
      case FACEBOOK -> Optional.of(Network.FACEBOOK);
      case UNKNOWN -> Optional.empty();
    };
  }

  private static MessageKind kind(MessageType type) {
    return switch (type) {
      case INITIAL -> MessageKind.INITIAL;
      case FOLLOW_UP -> MessageKind.FOLLOW_UP;
    };
  }

  private static Person person(Profile profile) {
    return new Person(
        profile.getUsername(),
        profile.getFullName(),
        profile.getBio(),
        profile.getCategory(),
        profile.getLocation(),
        profile.getFollowers());
  }

  private static Turn turn(ThreadMessage message) {
    return new Turn(message.getDirection() == MessageDirection.OUTBOUND, message.getText());
  }
}
