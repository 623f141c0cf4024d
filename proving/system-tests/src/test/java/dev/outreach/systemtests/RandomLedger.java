package dev.outreach.systemtests;

import static dev.outreach.systemtests.ReplyLife.holds;

import dev.outreach.profile.domain.Cause;
import dev.outreach.profile.domain.Instruction;
import dev.outreach.profile.domain.SendOutcome;
import dev.outreach.profile.domain.SendRoute;
import dev.outreach.sending.domain.Aftermath;
import dev.outreach.sending.domain.CallOutcome;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Position;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.State;
import dev.outreach.sending.domain.Transition;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one person's messages, the tasks on their way to them and the workers on them. Every
 * change of a row is a {@link Transition}; what follows from an answer or a doubt is decided by
 * {@link Aftermath}, as in the product.
 */
final class RandomLedger {

  private static final Reason REASON = new Reason("TEST", "in the test");
  private static final Cause CAUSE = new Cause("TEST", "in the test");

  private final SplittableRandom random;
  private final ReplyLife.Flaw flaw;
  private final DeliveryClass platform;
  private final Deque<Instruction> tasks = new ArrayDeque<>();
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Deque<Told> results = new ArrayDeque<>();
  private final List<Worker> workers = List.of(new Worker(), new Worker());
  private long passed;
  private long stopAt = Long.MAX_VALUE;
  private long fences;

  RandomLedger(SplittableRandom random, ReplyLife.Flaw flaw) {
    this.random = random;
    this.flaw = flaw;
    this.platform = oneOf(List.of(DeliveryClass.values()));
  }

  /** A result on its way back. */
  record Told(String messageId, String orderId, Function<Instant, SendOutcome> outcome) {}

  /** One row. */
  private static final class Row {
    private Position position = Position.accepted();
    private String orderId = "";
    private boolean takenBack;
  }

  /** Somebody who sends; an empty message id is idle. */
  private static final class Worker {
    private String messageId = "";
    private long fence;
    private boolean marked;
  }

  void tell(Instruction instruction) {
    tasks.add(instruction);
  }

  /** Whatever was said up to now includes the reply and what followed from it. */
  void stoppedHere() {
    stopAt = passed + tasks.size();
  }

  boolean hasResult() {
    return !results.isEmpty();
  }

  Told takeResult() {
    return results.remove();
  }

  /** One thing that can happen in the sender. */
  void step() {
    Worker worker = workers.get(random.nextInt(workers.size()));
    switch (random.nextInt(5)) {
      case 0, 1 -> intake();
      case 2, 3 -> work(worker);
      default -> housekeep(random.nextInt(3) == 0);
    }
  }

  /** Until nothing is left to do. */
  void drain() {
    while (!tasks.isEmpty()) {
      intake();
    }
    for (Worker worker : workers) {
      while (!worker.messageId.isEmpty()) {
        work(worker);
      }
    }
    for (int round = 0; round < 4; round++) {
      housekeep(true);
    }
  }

  /** Whether a message would leave if nothing else happened. */
  boolean isAnythingToBeSent() {
    boolean stopped = passed >= stopAt;
    return stopped
        && rows.values().stream()
            .map(row -> row.position.state())
            .anyMatch(state -> state == State.READY || state == State.CLAIMED);
  }

  ReplyLife.Moment moment(String messageId, @Nullable String orderId) {
    Row row = rows.get(messageId);
    if (row == null || !row.orderId.equals(orderId)) {
      return orderId == null ? ReplyLife.Moment.OVER : ReplyLife.Moment.ORDER_ON_ITS_WAY;
    }
    return switch (row.position.state()) {
      case READY -> ReplyLife.Moment.WAITING_IN_THE_LEDGER;
      case CLAIMED -> ReplyLife.Moment.CLAIMED;
      case WRITING -> ReplyLife.Moment.BYTES_LEAVING;
      case UNKNOWN, QUARANTINED -> ReplyLife.Moment.IN_DOUBT;
      case WAITING_PERSON -> ReplyLife.Moment.WITH_A_PERSON;
      case SENT, FAILED, CANCELLED, EXPIRED -> ReplyLife.Moment.OVER;
    };
  }

  private void intake() {
    Instruction next = tasks.poll();
    if (next == null) {
      return;
    }
    passed++;
    switch (next) {
      case Instruction.Send send -> order(send);
      case Instruction.Cancel cancel -> cancel(cancel.messageId());
      case Instruction.Resolve resolve -> resolve(resolve);
      case Instruction.WriteDraft _, Instruction.Stop _ ->
          throw new IllegalStateException("no task of ours");
    }
  }

  private void order(Instruction.Send send) {
    Row row = rows.get(send.message().id());
    if (row == null) {
      Row fresh = new Row();
      fresh.orderId = send.orderId();
      rows.put(send.message().id(), fresh);
    } else if (apply(row, Transition.REOPEN, row.position.fence())) {
      row.orderId = send.orderId();
      row.takenBack = false;
    }
  }

  /** At once where no byte can have left; else as soon as it is clear what became of it. */
  private void cancel(String messageId) {
    Row row = rows.get(messageId);
    if (row != null && !takeBack(messageId, row) && isUnclear(row.position.state())) {
      row.takenBack = true;
    }
  }

  private boolean takeBack(String messageId, Row row) {
    boolean doubt = row.position.inDoubt();
    Transition cancel = doubt ? Transition.CANCEL_IN_DOUBT : Transition.CANCEL;
    boolean done = apply(row, cancel, row.position.fence());
    if (done) {
      tell(messageId, row, cancel);
    }
    return done;
  }

  private static boolean isUnclear(State state) {
    return state == State.WRITING || state == State.UNKNOWN || state == State.QUARANTINED;
  }

  private void resolve(Instruction.Resolve resolve) {
    Row row = rows.get(resolve.messageId());
    if (row == null) {
      return;
    }
    List<Transition> ways =
        switch (resolve.ending()) {
          case SENT -> List.of(Transition.SUCCEED, Transition.CONFIRM);
          case RETRY -> List.of(Transition.RETRY);
          case ABANDONED -> List.of(Transition.ABANDON);
        };
    ways.stream()
        .filter(way -> apply(row, way, row.position.fence()))
        .findFirst()
        .ifPresent(way -> tell(resolve.messageId(), row, way));
  }

  private void work(Worker worker) {
    if (worker.messageId.isEmpty()) {
      claim(worker);
    } else if (!worker.marked) {
      mark(worker);
    } else {
      finish(worker);
    }
  }

  private void claim(Worker worker) {
    List<String> ready = new ArrayList<>();
    rows.forEach(
        (id, row) -> {
          if (row.position.state() == State.READY && !row.takenBack) {
            ready.add(id);
          }
        });
    if (ready.isEmpty()) {
      return;
    }
    String id = ready.get(random.nextInt(ready.size()));
    fences++;
    apply(row(id), Transition.CLAIM, fences);
    worker.messageId = id;
    worker.fence = fences;
    worker.marked = false;
  }

  private void mark(Worker worker) {
    Row row = row(worker.messageId);
    boolean stopped = row.takenBack || !apply(row, Transition.MARK, worker.fence);
    if (stopped && flaw != ReplyLife.Flaw.BLIND_MARK) {
      worker.messageId = "";
      return;
    }
    holds("no send is attempted after the reply's place in the log", passed < stopAt);
    worker.marked = true;
  }

  private void finish(Worker worker) {
    Row row = row(worker.messageId);
    CallOutcome outcome =
        switch (random.nextInt(5)) {
          case 0, 1 -> new CallOutcome.Delivered(Optional.empty(), Optional.empty());
          case 2 -> new CallOutcome.NotExecuted(REASON, Optional.empty(), CallOutcome.Hold.NONE);
          case 3 -> new CallOutcome.InDoubt(REASON);
          default -> new CallOutcome.Refused(REASON, CallOutcome.Hold.NONE);
        };
    Transition step = Aftermath.ofCall(outcome, true, row.position.inDoubt());
    if (apply(row, step, worker.fence)) {
      tell(worker.messageId, row, step);
    }
    worker.messageId = "";
  }

  private void housekeep(boolean leasesEnd) {
    rows.forEach(
        (id, row) -> {
          State state = row.position.state();
          if (state == State.READY && row.takenBack) {
            takeBack(id, row);
          } else if (state == State.UNKNOWN) {
            settle(id, row);
          } else if (leasesEnd && (state == State.CLAIMED || state == State.WRITING)) {
            applyTold(id, row, Aftermath.ofLeaseEnd(state));
          } else if (state == State.READY && random.nextInt(8) == 0) {
            fences++;
            if (apply(row, Transition.HAND_OVER, fences)) {
              tell(id, row, Transition.HAND_OVER);
            }
          }
        });
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private void settle(String id, Row row) {
    Aftermath.Search search = oneOf(List.of(Aftermath.Search.values()));
    applyTold(id, row, Aftermath.ofDoubt(platform, search, !row.takenBack));
  }

  private void applyTold(String id, Row row, Transition step) {
    if (apply(row, step, row.position.fence())) {
      tell(id, row, step);
    }
  }

  private static boolean apply(Row row, Transition step, long fence) {
    Optional<Position> after = step.apply(row.position, fence);
    after.ifPresent(position -> row.position = position);
    return after.isPresent();
  }

  private void tell(String messageId, Row row, Transition step) {
    Optional<Function<Instant, SendOutcome>> outcome =
        switch (step.to()) {
          case SENT ->
              Optional.of(
                  now ->
                      new SendOutcome.Succeeded(
                          SendRoute.OFFICIAL_API, null, null, null, now, false));
          case FAILED, EXPIRED -> Optional.of(_ -> new SendOutcome.Failed(CAUSE));
          case CANCELLED -> Optional.of(_ -> new SendOutcome.Withdrawn(CAUSE));
          case QUARANTINED ->
              Optional.of(_ -> new SendOutcome.Unconfirmed(CAUSE, SendRoute.OFFICIAL_API));
          case WAITING_PERSON -> Optional.of(_ -> new SendOutcome.NeedsPerson(CAUSE, null));
          case READY, CLAIMED, WRITING, UNKNOWN -> Optional.empty();
        };
    outcome.ifPresent(told -> results.add(new Told(messageId, row.orderId, told)));
  }

  private Row row(String messageId) {
    Row row = rows.get(messageId);
    if (row == null) {
      throw new IllegalStateException("no row of " + messageId);
    }
    return row;
  }
}
