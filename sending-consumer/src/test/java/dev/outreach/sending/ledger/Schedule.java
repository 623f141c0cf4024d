package dev.outreach.sending.ledger;

import static dev.outreach.sending.support.OrderFixture.STUDIO;
import static dev.outreach.sending.support.OrderFixture.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.domain.Aftermath;
import dev.outreach.sending.domain.CallOutcome;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result;
import dev.outreach.sending.domain.Task;
import dev.outreach.sending.domain.Transition;
import dev.outreach.sending.support.FakePlatform;
import dev.outreach.sending.support.SendingFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** One random order of steps over a few messages of one account. */
final class Schedule implements AutoCloseable {

  private static final Reason REASON = new Reason("TEST", "In the test.");
  private static final Duration LEASE = Duration.ofSeconds(3);
  private static final List<String> ENDS = List.of("SENT", "CANCELLED", "FAILED", "QUARANTINED");

  private final RandomGenerator random;
  private final SendingFixture fixture;
  private final SendLedger ledger;
  private final Accounts accounts;
  private final List<Order> orders = new ArrayList<>();
  private final List<Worker> workers = List.of(new Worker(), new Worker());
  private final Map<String, Integer> accepted = new HashMap<>();
  private final Set<String> stopped = new HashSet<>();
  private boolean paused;

  Schedule(HikariDataSource database, long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    fixture = new SendingFixture(database);
    accounts = new Accounts(fixture.database());
    FakePlatform platform = new FakePlatform(DeliveryClass.QUERYABLE, fixture.clock());
    ledger = fixture.ledger(SendingFixture.outlets(platform), SendingFixture.impatient());
    for (String person : List.of("ann", "bob", "cyd", "dee", "eve")) {
      orders.add(answer(person, now()));
    }
    fixture.order(orders.toArray(Order[]::new));
  }

  /** One who sends; holds at most one message. */
  private final class Worker {

    private Optional<Claimed> held = Optional.empty();
    private Optional<CallOutcome> answer = Optional.empty();

    void step() {
      if (held.isEmpty()) {
        held = ledger.claim(STUDIO, 1, now()).stream().findFirst();
      } else if (answer.isEmpty()) {
        mark(held.get());
      } else {
        record(held.get(), answer.get());
      }
    }

    /** What it has begun stays as it is. */
    void die() {
      held = Optional.empty();
      answer = Optional.empty();
    }

    private void mark(Claimed claimed) {
      Details details = Details.marked(now(), now().plus(LEASE));
      if (!made(Change.of(claimed.messageId(), Transition.MARK, claimed.fence(), details))) {
        made(change(claimed, Transition.RELEASE));
        die();
        return;
      }
      assertThat(paused).as("nothing leaves a paused account").isFalse();
      assertThat(stopped).as("nothing leaves after a stop").doesNotContain(claimed.messageId());
      answer = Optional.of(call(claimed.messageId()));
    }

    /** The platform takes it, refuses it, loses it, or takes it and its answer is lost. */
    private CallOutcome call(String messageId) {
      int luck = random.nextInt(10);
      if (luck == 0) {
        return new CallOutcome.Refused(REASON, CallOutcome.Hold.NONE);
      }
      if (luck == 1) {
        return new CallOutcome.NotExecuted(REASON, Optional.empty(), CallOutcome.Hold.NONE);
      }
      if (luck != 2) {
        accepted.merge(messageId, 1, Integer::sum);
      }
      return luck < 5
          ? new CallOutcome.InDoubt(REASON)
          : new CallOutcome.Delivered(Optional.of("id-of-" + messageId), Optional.empty());
    }

    private void record(Claimed claimed, CallOutcome outcome) {
      made(change(claimed, Aftermath.ofCall(outcome, true, claimed.position().inDoubt())));
      die();
    }

    private Change change(Claimed claimed, Transition step) {
      Instant at = now();
      return switch (step.to()) {
        case SENT -> sent(claimed.messageId(), step, claimed.fence());
        case READY, UNKNOWN ->
            Change.of(
                claimed.messageId(),
                step,
                claimed.fence(),
                Details.waiting(at, at, REASON, Optional.empty()));
        case CLAIMED, WRITING, FAILED, QUARANTINED, CANCELLED, WAITING_PERSON, EXPIRED ->
            Change.of(claimed.messageId(), step, claimed.fence(), Details.because(at, REASON));
      };
    }
  }

  void step() {
    switch (random.nextInt(16)) {
      case 0 -> workers.get(random.nextInt(2)).die();
      case 1 -> later();
      case 2 -> lookInto();
      case 3 -> reply(anybody());
      case 4 -> suppress(anybody());
      case 5 -> pauseOrResume();
      default -> workers.get(random.nextInt(2)).step();
    }
    fixture.clock().advance(Duration.ofMillis(10));
  }

  /** Nobody stops any more, and everything comes to its end. */
  void finish() {
    if (paused) {
      pauseOrResume();
    }
    for (int round = 0; round < 60 && isAnythingOpen(); round++) {
      workers.forEach(Worker::step);
      later();
      lookInto();
    }
  }

  void check() {
    for (Order order : orders) {
      String id = order.who().messageId();
      String state = fixture.state(order);
      int taken = accepted.getOrDefault(id, 0);
      assertThat(ENDS).as("%s comes to an end", id).contains(state);
      assertThat(taken).as("%s is accepted once at most", id).isLessThanOrEqualTo(1);
      if (state.equals("SENT")) {
        assertThat(taken).as("%s was really sent", id).isEqualTo(1);
      }
      if (taken == 1) {
        assertThat(state).as("%s is not lost", id).isIn("SENT", "QUARANTINED");
      }
    }
  }

  private boolean isAnythingOpen() {
    return orders.stream().map(fixture::state).anyMatch(state -> !ENDS.contains(state));
  }

  private Order anybody() {
    return orders.get(random.nextInt(orders.size()));
  }

  /** So much later that leases are over. */
  private void later() {
    fixture.clock().advance(LEASE.plusSeconds(1));
    ledger.endLeases(now(), Duration.ZERO);
  }

  /** Strict: what the platform's list does not show is left to a person. */
  private void lookInto() {
    for (Doubtful doubtful : ledger.doubts(now(), now().plusSeconds(1), 10)) {
      String id = doubtful.order().who().messageId();
      long fence = doubtful.position().fence();
      boolean isThere = accepted.containsKey(id);
      Aftermath.Search search = isThere ? Aftermath.Search.FOUND : Aftermath.Search.ABSENT;
      Transition step = Aftermath.ofDoubt(DeliveryClass.QUERYABLE, search, false);
      made(
          isThere
              ? sent(id, step, fence)
              : Change.of(id, step, fence, Details.because(now(), REASON)));
    }
  }

  private void reply(Order order) {
    fixture.tell(new Task.Cancelled(order.who().messageId(), REASON));
    stopped.add(order.who().messageId());
  }

  private void suppress(Order order) {
    fixture.tell(
        new Task.Suppressed(
            order.who().messageId(),
            order.who().workspaceId(),
            order.who().profileId(),
            order.from().platform(),
            Optional.of(order.to().username()),
            REASON));
    stopped.add(order.who().messageId());
  }

  private void pauseOrResume() {
    if (paused) {
      accounts.resume(STUDIO);
    } else {
      accounts.pause(STUDIO, "ada", now());
    }
    paused = !paused;
  }

  private Change sent(String messageId, Transition step, long fence) {
    Result.Succeeded success =
        new Result.Succeeded(
            Result.Route.OFFICIAL_API,
            Optional.of("id-of-" + messageId),
            Optional.empty(),
            Optional.empty(),
            now(),
            false);
    return Change.of(messageId, step, fence, Details.sent(now(), success)).telling(success);
  }

  private boolean made(Change change) {
    try {
      return ledger.write(change);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private Instant now() {
    return fixture.clock().instant();
  }

  @Override
  public void close() {
    ledger.close();
    fixture.close();
  }
}
