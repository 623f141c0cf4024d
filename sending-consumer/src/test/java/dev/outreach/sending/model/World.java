package dev.outreach.sending.model;

import dev.outreach.sending.domain.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything there is in the model: one message, two workers, the packets under way, and the truth
 * about how often the recipient got the message.
 */
record World(
    Position row,
    List<Worker> workers,
    List<Packet> packets,
    int applied,
    int crashes,
    Order order) {

  /** What a worker is about to do, and under which fence. */
  record Worker(Doing doing, long fence) {
    static final Worker IDLE = new Worker(Doing.IDLE, 0);
  }

  /** Where a worker stands. */
  enum Doing {
    IDLE,
    CLAIMED,
    MARKED,
    WAITING,
    GOT_SUCCESS,
    GOT_REFUSAL,
    IN_THE_DARK
  }

  /** A request on its way to the platform or an answer on its way back. */
  record Packet(Kind kind, long fence) {}

  /** What a packet is. */
  enum Kind {
    REQUEST,
    SUCCESS,
    REFUSAL
  }

  /** Whether the message is still wanted. */
  enum Order {
    STANDS,
    /** Taken back; the row could not be cancelled at once. */
    WITHDRAWAL_PENDING,
    WITHDRAWN,
    /** A worker marked after the withdrawal: must never be. */
    MARKED_AFTER_WITHDRAWAL
  }

  static World start(int crashes) {
    return new World(
        Position.accepted(),
        List.of(Worker.IDLE, Worker.IDLE),
        List.of(),
        0,
        crashes,
        Order.STANDS);
  }

  World row(Position changed) {
    return new World(changed, workers, packets, applied, crashes, order);
  }

  World worker(int index, Doing doing, long fence) {
    List<Worker> changed = new ArrayList<>(workers);
    changed.set(index, doing == Doing.IDLE ? Worker.IDLE : new Worker(doing, fence));
    return new World(row, List.copyOf(changed), packets, applied, crashes, order);
  }

  World crash(int index) {
    World idle = worker(index, Doing.IDLE, 0);
    return new World(row, idle.workers, packets, applied, crashes - 1, order);
  }

  World plus(Packet packet) {
    List<Packet> changed = new ArrayList<>(packets);
    changed.add(packet);
    changed.sort(Comparator.comparing(Packet::kind).thenComparingLong(Packet::fence));
    return new World(row, workers, List.copyOf(changed), applied, crashes, order);
  }

  World minus(Packet packet) {
    List<Packet> changed = new ArrayList<>(packets);
    changed.remove(packet);
    return new World(row, workers, List.copyOf(changed), applied, crashes, order);
  }

  World applied(int times) {
    return new World(row, workers, packets, times, crashes, order);
  }

  World order(Order changed) {
    return new World(row, workers, packets, applied, crashes, changed);
  }

  boolean isQuiet() {
    return packets.stream().noneMatch(packet -> packet.kind() == Kind.REQUEST)
        && workers.stream().allMatch(worker -> worker.doing() == Doing.IDLE);
  }
}
