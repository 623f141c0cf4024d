package dev.outreach.sending.support;

import dev.outreach.sending.domain.CallOutcome;
import dev.outreach.sending.domain.CallOutcome.Hold;
import dev.outreach.sending.domain.Delivery;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A platform that remembers what it accepted and misbehaves as it is told. */
public final class FakePlatform implements Delivery {

  private static final Reason REASON = new Reason("FAKE", "Told so by the test.");

  private final DeliveryClass deliveryClass;
  private final Clock clock;
  private final Queue<Accepted> accepted = new ConcurrentLinkedQueue<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private final Queue<Behaviour> script = new ConcurrentLinkedQueue<>();

  /** A platform of a class. */
  public FakePlatform(DeliveryClass deliveryClass, Clock clock) {
    this.deliveryClass = deliveryClass;
    this.clock = clock;
  }

  /** A message it has taken. */
  public record Accepted(String platformMessageId, Order order, Instant at) {}

  /** How it treats one call. */
  @FunctionalInterface
  public interface Behaviour {
    CallOutcome treat(Call call) throws InterruptedException;
  }

  /** One call, in the hands of a behaviour. */
  public final class Call {

    private final Order order;
    private final Runnable beforeWrite;

    private Call(Order order, Runnable beforeWrite) {
      this.order = order;
      this.beforeWrite = beforeWrite;
    }

    /** The write mark. */
    public void mark() {
      beforeWrite.run();
    }

    /** The bytes arrive and count. */
    public CallOutcome accept() {
      return take(order);
    }
  }

  /** How the next calls are treated, one each; all others are accepted. */
  public void next(Behaviour... behaviours) {
    script.addAll(List.of(behaviours));
  }

  /** Accepts and answers. */
  public static CallOutcome accepts(Call call) {
    call.mark();
    return call.accept();
  }

  /** Accepts, and the answer is lost. */
  public static CallOutcome acceptsSilently(Call call) {
    call.mark();
    call.accept();
    return new CallOutcome.InDoubt(REASON);
  }

  /** The request is lost. */
  public static CallOutcome losesTheRequest(Call call) {
    call.mark();
    return new CallOutcome.InDoubt(REASON);
  }

  /** Refuses for good. */
  public static CallOutcome refuses(Call call) {
    call.mark();
    return new CallOutcome.Refused(REASON, Hold.NONE);
  }

  /** Says that the window is closed. */
  public static CallOutcome closesTheWindow(Call call) {
    call.mark();
    return new CallOutcome.WindowClosed(REASON);
  }

  /** Asks for fewer calls until a time. */
  public static Behaviour asksToWaitUntil(Instant until) {
    return call -> {
      call.mark();
      return new CallOutcome.NotExecuted(REASON, Optional.of(until), Hold.UNTIL_RETRY);
    };
  }

  /** Cannot be connected. */
  public static CallOutcome isUnreachable(Call call) {
    return new CallOutcome.NotExecuted(REASON, Optional.of(Instant.EPOCH), Hold.NONE);
  }

  /** Cannot be connected, and is to be tried again at a time. */
  public static Behaviour isUnreachableUntil(Instant retryAt) {
    return _ -> new CallOutcome.NotExecuted(REASON, Optional.of(retryAt), Hold.NONE);
  }

  /** Cannot be connected, and says nothing of when to try again. */
  public static CallOutcome isAway(Call call) {
    return new CallOutcome.NotExecuted(REASON, Optional.empty(), Hold.NONE);
  }

  /** What it took, in order. */
  public List<Accepted> accepted() {
    return List.copyOf(accepted);
  }

  @Override
  public DeliveryClass deliveryClass() {
    return deliveryClass;
  }

  @Override
  public CallOutcome send(Order order, Runnable beforeWrite) {
    Behaviour behaviour = Optional.ofNullable(script.poll()).orElse(FakePlatform::accepts);
    try {
      return behaviour.treat(new Call(order, beforeWrite));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new CallOutcome.InDoubt(REASON);
    }
  }

  @Override
  public Sighting find(Order order, Instant since) {
    return accepted.stream()
        .filter(taken -> taken.order().text().equals(order.text()))
        .filter(taken -> taken.order().to().recipient().equals(order.to().recipient()))
        .findFirst()
        .<Sighting>map(
            taken ->
                new Sighting.Found(taken.platformMessageId(), Optional.of("thread"), taken.at()))
        .orElseGet(Sighting.Absent::new);
  }

  private CallOutcome take(Order order) {
    String key = order.who().messageId();
    String id = "m-" + numbers.incrementAndGet();
    if (deliveryClass != DeliveryClass.KEYED || keys.add(key)) {
      accepted.add(new Accepted(id, order, clock.instant()));
    }
    return new CallOutcome.Delivered(Optional.of(id), Optional.of("thread"));
  }
}
