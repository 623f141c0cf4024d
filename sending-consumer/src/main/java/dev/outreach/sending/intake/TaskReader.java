package dev.outreach.sending.intake;

import dev.outreach.schemas.SendCancelled;
import dev.outreach.schemas.SendOrder;
import dev.outreach.schemas.SendResolved;
import dev.outreach.schemas.SendSuppressed;
import dev.outreach.schemas.SendTask;
import dev.outreach.schemas.identity.WebsiteDomain;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Task;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** Turns a record of the topic into a task, refusing what contradicts itself. */
final class TaskReader {

  private TaskReader() {}

  /**
   * The task.
   *
   * @throws IllegalArgumentException with a message that names the field, never its content
   */
  static Task read(SendTask record) {
    require(!record.getMessageId().isBlank(), "messageId is blank: give the message's id");
    return switch (record.getInstruction()) {
      case SendOrder order -> new Task.Ordered(order(record, order));
      case SendCancelled cancelled ->
          new Task.Cancelled(
              record.getMessageId(), new Reason(cancelled.getReasonCode(), cancelled.getReason()));
      case SendResolved resolved ->
          new Task.Resolved(
              record.getMessageId(),
              Task.Resolution.valueOf(resolved.getResolution().name()),
              resolved.getSentText(),
              resolved.getSentAt(),
              new Task.Sighting(resolved.getPlatformMessageId(), resolved.getThreadId()),
              resolved.getReason());
      case SendSuppressed suppressed -> suppressed(record, suppressed);
      default ->
          throw new IllegalArgumentException(
              "instruction is of a kind this version does not know: upgrade it");
    };
  }

  private static Task suppressed(SendTask record, SendSuppressed suppressed) {
    require(!record.getProfileId().isBlank(), "profileId is blank: give the person's id");
    return new Task.Suppressed(
        record.getMessageId(),
        record.getWorkspaceId(),
        record.getProfileId(),
        suppressed.getPlatform().name(),
        suppressed.getUsername().filter(username -> !username.isBlank()),
        new Reason(suppressed.getReasonCode(), suppressed.getReason()));
  }

  private static Order order(SendTask record, SendOrder order) {
    require(order.getStep() >= 0, "step is negative: use 0 for the first message");
    require(
        order.getPlatform() != dev.outreach.schemas.Platform.UNKNOWN,
        "platform is UNKNOWN: name a platform this version knows");
    require(order.getText().indexOf('\0') < 0, "text has a NUL character: leave it out");
    return new Order(
        record.getId(),
        new Order.Who(
            record.getWorkspaceId(),
            record.getProfileId(),
            record.getMessageId(),
            order.getStep(),
            Order.MessageKind.valueOf(order.getMessageType().name()),
            record.getCorrelationId()),
        new Order.From(order.getPlatform().name(), order.getAccount()),
        new Order.To(
            order.getRecipient(),
            order.getAddressKnown(),
            order.getUsername(),
            order.getProfileUrl(),
            order.getThreadId(),
            order.getTimeZone().flatMap(TaskReader::zone),
            order.getWebsite().flatMap(WebsiteDomain::of)),
        order.getText(),
        order.getFingerprint(),
        order.getWindowOpenUntil(),
        new Order.Approval(order.getApprovedAt(), order.getApprovedBy(), order.getExpiresAt()));
  }

  /** A zone this version does not know is as good as none: the account's counts. */
  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
