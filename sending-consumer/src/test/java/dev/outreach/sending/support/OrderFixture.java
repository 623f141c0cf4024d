package dev.outreach.sending.support;

import dev.outreach.schemas.identity.DerivedId;
import dev.outreach.schemas.identity.Fingerprint;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Order.From;
import dev.outreach.sending.domain.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Orders for tests. */
public final class OrderFixture {

  /** The account most tests send from. */
  public static final From STUDIO = new From("INSTAGRAM", "studio");

  private OrderFixture() {}

  /** An order to somebody who wrote lately, to be answered by software. */
  public static Order answer(String person, Instant now) {
    return order(person, STUDIO, Optional.of(now.plus(Duration.ofHours(20))), now);
  }

  /** An order to somebody who never wrote. */
  public static Order firstMessage(String person, Instant now) {
    return order(person, STUDIO, Optional.empty(), now);
  }

  /** The same order once more, approved later. */
  public static Order approvedAgain(Order order, Instant at) {
    return new Order(
        order.orderId() + "-again",
        order.who(),
        order.from(),
        order.to(),
        order.text(),
        order.fingerprint(),
        order.windowOpenUntil(),
        new Order.Approval(at, "ada", order.approval().expiresAt()));
  }

  /** What a person decides about it, without more to say. */
  public static Task resolved(Order order, Task.Resolution resolution) {
    return new Task.Resolved(
        order.who().messageId(),
        resolution,
        Optional.empty(),
        Optional.empty(),
        Task.Sighting.NONE,
        "checked");
  }

  /** A later message to the same person. */
  public static Order step(Order order, int step) {
    String messageId = DerivedId.message(order.who().profileId(), step);
    return new Order(
        DerivedId.of("test-order", messageId),
        new Order.Who(
            order.who().workspaceId(),
            order.who().profileId(),
            messageId,
            step,
            Order.MessageKind.FOLLOW_UP,
            order.who().correlationId()),
        order.from(),
        order.to(),
        order.text(),
        order.fingerprint(),
        order.windowOpenUntil(),
        order.approval());
  }

  /** The same order to the same handle, found under another profile id. */
  public static Order foundAgain(Order order) {
    String profileId = DerivedId.of("test-profile-again", order.who().profileId());
    String messageId = DerivedId.message(profileId, order.who().step());
    Order.Who who = order.who();
    return new Order(
        DerivedId.of("test-order", messageId),
        new Order.Who(
            who.workspaceId(), profileId, messageId, who.step(), who.kind(), who.correlationId()),
        order.from(),
        order.to(),
        order.text(),
        order.fingerprint(),
        order.windowOpenUntil(),
        order.approval());
  }

  /** The same order to somebody who links to a website. */
  public static Order linkingTo(Order order, String domain) {
    Order.To to = order.to();
    return new Order(
        order.orderId(),
        order.who(),
        order.from(),
        new Order.To(
            to.recipient(),
            to.addressKnown(),
            to.username(),
            to.profileUrl(),
            to.threadId(),
            to.zone(),
            Optional.of(domain)),
        order.text(),
        order.fingerprint(),
        order.windowOpenUntil(),
        order.approval());
  }

  /** The same order to somebody by whose clock it is now another time. */
  public static Order by(Order order, ZoneId zone) {
    Order.To to = order.to();
    return new Order(
        order.orderId(),
        order.who(),
        order.from(),
        new Order.To(
            to.recipient(),
            to.addressKnown(),
            to.username(),
            to.profileUrl(),
            to.threadId(),
            Optional.of(zone),
            to.domain()),
        order.text(),
        order.fingerprint(),
        order.windowOpenUntil(),
        order.approval());
  }

  /** The same order in other words, approved so. */
  public static Order saying(Order order, String text) {
    String recipient = order.to().recipient();
    From from = order.from();
    return new Order(
        order.orderId(),
        order.who(),
        from,
        order.to(),
        text,
        Fingerprint.of(text, recipient, from.platform(), from.account()),
        order.windowOpenUntil(),
        order.approval());
  }

  /** The same order to another address, approved so. */
  public static Order to(Order order, String recipient) {
    return new Order(
        order.orderId(),
        order.who(),
        order.from(),
        new Order.To(
            recipient, true, order.to().username(), order.to().profileUrl(), order.to().threadId()),
        order.text(),
        Fingerprint.of(order.text(), recipient, order.from().platform(), order.from().account()),
        order.windowOpenUntil(),
        order.approval());
  }

  /** An order from an account. */
  public static Order order(
      String person, From from, Optional<Instant> windowOpenUntil, Instant now) {
    String profileId = DerivedId.of("test-profile", person);
    String recipient = "address-of-" + person;
    String text = "Hello " + person;
    return new Order(
        DerivedId.of("test-order", person),
        new Order.Who(
            "workspace",
            profileId,
            DerivedId.message(profileId, 0),
            0,
            Order.MessageKind.INITIAL,
            "correlation"),
        from,
        new Order.To(
            recipient,
            true,
            person,
            Optional.of("https://example.invalid/" + person),
            Optional.empty()),
        text,
        Fingerprint.of(text, recipient, from.platform(), from.account()),
        windowOpenUntil,
        new Order.Approval(now, "ada", now.plus(Duration.ofDays(7))));
  }
}
