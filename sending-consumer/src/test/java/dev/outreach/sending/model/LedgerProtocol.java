package dev.outreach.sending.model;

import dev.outreach.sending.domain.Aftermath;
import dev.outreach.sending.domain.CallOutcome;
import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.Position;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.State;
import dev.outreach.sending.domain.Transition;
import dev.outreach.sending.model.World.Doing;
import dev.outreach.sending.model.World.Kind;
import dev.outreach.sending.model.World.Order;
import dev.outreach.sending.model.World.Packet;
import dev.outreach.sending.model.World.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Our protocol, with no assumption about time: leases may end while their worker is alive, and a
 * frozen worker may write at any later moment. Every change of the row is a {@link Transition}.
 *
 * @param platform what the platform offers
 * @param weakness what is left out, to show that the search finds it
 */
record LedgerProtocol(DeliveryClass platform, Weakness weakness) implements Protocol {

  private static final Reason REASON = new Reason("MODEL", "in the model");
  private static final CallOutcome UNREACHED =
      new CallOutcome.NotExecuted(REASON, Optional.empty(), CallOutcome.Hold.NONE);
  private static final CallOutcome REFUSED = new CallOutcome.Refused(REASON, CallOutcome.Hold.NONE);

  /** A guard left out. */
  enum Weakness {
    NONE,
    /** Bytes leave without the durable mark. */
    NO_MARK,
    /** A claim is given back without asking whether it is still the same one. */
    RETURN_WITHOUT_FENCE,
    /** A message absent from the platform's list is sent again. */
    TRUST_ABSENCE,
    /** A message in doubt may be handed to a person as if it had never been tried. */
    FORGET_DOUBT
  }

  @Override
  public List<Step> steps(World world) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < world.workers().size(); i++) {
      Worker worker = world.workers().get(i);
      addWork(steps, world, i, worker);
      if (worker.doing() != Doing.IDLE && world.crashes() > 0) {
        steps.add(new Step("crash", world.crash(i)));
      }
    }
    addHousekeeping(steps, world);
    addPeople(steps, world);
    addEcho(steps, world);
    return steps;
  }

  private void addWork(List<Step> steps, World world, int i, Worker worker) {
    switch (worker.doing()) {
      case IDLE -> addClaim(steps, world, i);
      case CLAIMED -> addMark(steps, world, i, worker);
      case MARKED -> {
        World written = world.worker(i, Doing.WAITING, worker.fence());
        steps.add(new Step("write", written.plus(new Packet(Kind.REQUEST, worker.fence()))));
        steps.add(new Step("no connection", world.worker(i, Doing.GOT_REFUSAL, worker.fence())));
      }
      case WAITING -> addAnswers(steps, world, i, worker);
      case GOT_SUCCESS -> record(steps, world, i, Transition.SUCCEED);
      case GOT_REFUSAL -> {
        record(steps, world, i, Transition.RETURN);
        record(steps, world, i, Aftermath.ofCall(REFUSED, true, world.row().inDoubt()));
      }
      case IN_THE_DARK -> record(steps, world, i, Transition.DOUBT);
    }
  }

  private static void addClaim(List<Step> steps, World world, int i) {
    Position row = world.row();
    if (row.attempt() < MOST_ATTEMPTS && world.order() == Order.STANDS) {
      long fence = row.attempt() + 1L;
      Transition.CLAIM
          .apply(row, fence)
          .ifPresent(
              claimed ->
                  steps.add(new Step("claim", world.row(claimed).worker(i, Doing.CLAIMED, fence))));
    }
  }

  private void addMark(List<Step> steps, World world, int i, Worker worker) {
    if (weakness == Weakness.NO_MARK) {
      steps.add(new Step("go", world.worker(i, Doing.MARKED, worker.fence())));
      return;
    }
    record(steps, world, i, Aftermath.ofCall(UNREACHED, false, world.row().inDoubt()));
    // Whoever is not told whether the mark was made sends nothing and gives it back as if it was.
    record(steps, world, i, Aftermath.ofCall(UNREACHED, true, world.row().inDoubt()));
    Optional<Position> marked = Transition.MARK.apply(world.row(), worker.fence());
    if (marked.isEmpty()) {
      steps.add(new Step("fenced", world.worker(i, Doing.IDLE, 0)));
      return;
    }
    World after = world.row(marked.get()).worker(i, Doing.MARKED, worker.fence());
    boolean late = world.order() != Order.STANDS;
    steps.add(new Step("mark", late ? after.order(Order.MARKED_AFTER_WITHDRAWAL) : after));
  }

  private static void addAnswers(List<Step> steps, World world, int i, Worker worker) {
    Packet success = new Packet(Kind.SUCCESS, worker.fence());
    Packet refusal = new Packet(Kind.REFUSAL, worker.fence());
    if (world.packets().contains(success)) {
      World read = world.minus(success).worker(i, Doing.GOT_SUCCESS, worker.fence());
      steps.add(new Step("success", read));
    }
    if (world.packets().contains(refusal)) {
      World read = world.minus(refusal).worker(i, Doing.GOT_REFUSAL, worker.fence());
      steps.add(new Step("refusal", read));
    }
    steps.add(new Step("timeout", world.worker(i, Doing.IN_THE_DARK, worker.fence())));
  }

  private void record(List<Step> steps, World world, int i, Transition transition) {
    World idle = world.worker(i, Doing.IDLE, 0);
    Position row = world.row();
    boolean careless = weakness == Weakness.RETURN_WITHOUT_FENCE && transition == Transition.RETURN;
    long held = careless ? row.fence() : world.workers().get(i).fence();
    steps.add(
        transition
            .apply(row, held)
            .map(after -> new Step(transition.name(), idle.row(after)))
            .orElseGet(() -> new Step("stale", idle)));
  }

  private void addHousekeeping(List<Step> steps, World world) {
    Position row = world.row();
    switch (row.state()) {
      case READY -> {
        if (row.attempt() >= MOST_ATTEMPTS) {
          add(steps, world, Transition.GIVE_UP);
          add(steps, world, Transition.GIVE_UP_IN_DOUBT);
        }
        if (world.order() == Order.WITHDRAWAL_PENDING) {
          withdraw(steps, world);
        }
      }
      case CLAIMED, WRITING -> add(steps, world, Aftermath.ofLeaseEnd(row.state()));
      case UNKNOWN -> add(steps, world, resolve(world));
      case SENT, FAILED, QUARANTINED, CANCELLED, WAITING_PERSON, EXPIRED -> {}
    }
  }

  private Transition resolve(World world) {
    Aftermath.Search search =
        world.applied() > 0 ? Aftermath.Search.FOUND : Aftermath.Search.ABSENT;
    boolean mayRepeat = world.row().attempt() < MOST_ATTEMPTS && world.order() == Order.STANDS;
    if (weakness == Weakness.TRUST_ABSENCE && search == Aftermath.Search.ABSENT && mayRepeat) {
      return Transition.REPEAT;
    }
    return Aftermath.ofDoubt(platform, search, mayRepeat);
  }

  private void addPeople(List<Step> steps, World world) {
    if (world.order() == Order.STANDS) {
      withdraw(steps, world);
    }
    Position row = world.row();
    Position handed =
        weakness == Weakness.FORGET_DOUBT
            ? new Position(row.state(), row.fence(), row.attempt(), false)
            : row;
    if (world.order() == Order.STANDS) {
      Transition.HAND_OVER
          .apply(handed, row.fence())
          .ifPresent(after -> steps.add(new Step("hand over", world.row(after))));
    }
    if (row.state() == State.WAITING_PERSON) {
      Transition.CONFIRM
          .apply(row, row.fence())
          .ifPresent(
              after ->
                  steps.add(
                      new Step("sent by hand", world.row(after).applied(world.applied() + 1))));
    }
  }

  /** What reached the recipient may be shown to us at any later time, again and again. */
  private static void addEcho(List<Step> steps, World world) {
    if (world.applied() == 0) {
      return;
    }
    Position row = world.row();
    Transition.SUCCEED
        .apply(row, row.fence())
        .or(() -> Transition.CONFIRM.apply(row, row.fence()))
        .ifPresent(after -> steps.add(new Step("echo", world.row(after))));
  }

  /**
   * The order is taken back: at once where no byte can have left, else as soon as that is clear.
   */
  private static void withdraw(List<Step> steps, World world) {
    for (Transition cancel : List.of(Transition.CANCEL, Transition.CANCEL_IN_DOUBT)) {
      Optional<Position> after = cancel.apply(world.row(), world.row().fence());
      if (after.isPresent()) {
        steps.add(new Step(cancel.name(), world.row(after.get()).order(Order.WITHDRAWN)));
        return;
      }
    }
    if (world.order() == Order.STANDS) {
      steps.add(new Step("withdrawal noted", world.order(Order.WITHDRAWAL_PENDING)));
    }
  }

  private static void add(List<Step> steps, World world, Transition transition) {
    transition
        .apply(world.row(), world.row().fence())
        .ifPresent(after -> steps.add(new Step(transition.name(), world.row(after))));
  }
}
