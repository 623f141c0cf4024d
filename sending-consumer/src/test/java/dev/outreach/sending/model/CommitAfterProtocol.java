package dev.outreach.sending.model;

import dev.outreach.sending.domain.Position;
import dev.outreach.sending.domain.State;
import dev.outreach.sending.model.World.Doing;
import dev.outreach.sending.model.World.Kind;
import dev.outreach.sending.model.World.Packet;
import dev.outreach.sending.model.World.Worker;
import java.util.ArrayList;
import java.util.List;

/** The usual consumer: call first, commit the offset afterwards. Here to show that it doubles. */
final class CommitAfterProtocol implements Protocol {

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
    return steps;
  }

  private static void addWork(List<Step> steps, World world, int i, Worker worker) {
    Position row = world.row();
    switch (worker.doing()) {
      case IDLE -> {
        if (row.state() == State.READY && row.attempt() < MOST_ATTEMPTS) {
          long fence = row.attempt() + 1L;
          Position polled = new Position(State.READY, fence, row.attempt() + 1, false);
          steps.add(new Step("poll", world.row(polled).worker(i, Doing.MARKED, fence)));
        }
      }
      case MARKED -> {
        World written = world.worker(i, Doing.WAITING, worker.fence());
        steps.add(new Step("write", written.plus(new Packet(Kind.REQUEST, worker.fence()))));
      }
      case WAITING -> {
        Packet success = new Packet(Kind.SUCCESS, worker.fence());
        if (world.packets().contains(success)) {
          World read = world.minus(success).worker(i, Doing.GOT_SUCCESS, worker.fence());
          steps.add(new Step("success", read));
        }
        steps.add(new Step("timeout, again later", world.worker(i, Doing.IDLE, 0)));
      }
      case GOT_SUCCESS -> {
        Position committed = new Position(State.SENT, row.fence(), row.attempt(), false);
        steps.add(new Step("commit", world.worker(i, Doing.IDLE, 0).row(committed)));
      }
      case CLAIMED, GOT_REFUSAL, IN_THE_DARK ->
          throw new IllegalStateException("no such worker here: " + worker);
    }
  }
}
