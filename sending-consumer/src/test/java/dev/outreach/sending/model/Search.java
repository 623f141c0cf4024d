package dev.outreach.sending.model;

import dev.outreach.sending.domain.DeliveryClass;
import dev.outreach.sending.domain.State;
import dev.outreach.sending.model.World.Kind;
import dev.outreach.sending.model.World.Packet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Breadth-first search over every world a protocol can reach, and what is wrong with them. */
final class Search {

  private static final int CRASHES = 2;

  private final Protocol protocol;
  private final DeliveryClass platform;
  private final Map<World, @Nullable Step> cameBy = new HashMap<>();
  private final Map<World, World> cameFrom = new HashMap<>();
  private final Map<World, List<World>> backwards = new HashMap<>();
  private final Map<Fault, World> faults = new EnumMap<>(Fault.class);

  private Search(Protocol protocol, DeliveryClass platform) {
    this.protocol = protocol;
    this.platform = platform;
  }

  /** What must never be. */
  enum Fault {
    /** The recipient got it twice. */
    DOUBLED,
    /** We say it was sent and nobody got it. */
    LOST,
    /** We say it was not sent and somebody got it. */
    DENIED,
    /** A world from which no end can be reached. */
    STUCK,
    /** A byte may have left after the message was taken back. */
    SENT_AFTER_WITHDRAWAL
  }

  /** The outcome of a search: how many worlds, and the shortest way to each fault. */
  record Finding(int worlds, Map<Fault, String> faults) {}

  static Finding of(Protocol protocol, DeliveryClass platform) {
    return new Search(protocol, platform).run();
  }

  private Finding run() {
    World start = World.start(CRASHES);
    Deque<World> open = new ArrayDeque<>(List.of(start));
    cameBy.put(start, null);
    while (!open.isEmpty()) {
      World world = open.remove();
      judge(world);
      for (Step step : next(world)) {
        backwards.computeIfAbsent(step.after(), _ -> new ArrayList<>()).add(world);
        if (!cameBy.containsKey(step.after())) {
          cameBy.put(step.after(), step);
          cameFrom.put(step.after(), world);
          open.add(step.after());
        }
      }
    }
    findStuck();
    Map<Fault, String> ways = new EnumMap<>(Fault.class);
    faults.forEach((fault, world) -> ways.put(fault, wayTo(world)));
    return new Finding(cameBy.size(), ways);
  }

  private List<Step> next(World world) {
    List<Step> steps = new ArrayList<>(protocol.steps(world));
    for (Packet packet : new HashSet<>(world.packets())) {
      World without = world.minus(packet);
      steps.add(new Step(packet + " lost", without));
      if (packet.kind() == Kind.REQUEST) {
        World delivered = without.applied(Protocol.deliver(platform, world.applied()));
        steps.add(new Step("delivered", delivered.plus(new Packet(Kind.SUCCESS, packet.fence()))));
        steps.add(new Step("refused", without.plus(new Packet(Kind.REFUSAL, packet.fence()))));
        steps.add(new Step("delivered, answer lost", delivered));
      }
    }
    return steps;
  }

  private void judge(World world) {
    State state = world.row().state();
    if (world.applied() > 1) {
      faults.putIfAbsent(Fault.DOUBLED, world);
    }
    if (state == State.SENT && world.applied() == 0 && world.isQuiet()) {
      faults.putIfAbsent(Fault.LOST, world);
    }
    boolean denied =
        state == State.FAILED || state == State.CANCELLED || state == State.WAITING_PERSON;
    if (denied && world.applied() > 0) {
      faults.putIfAbsent(Fault.DENIED, world);
    }
    if (world.order() == World.Order.MARKED_AFTER_WITHDRAWAL) {
      faults.putIfAbsent(Fault.SENT_AFTER_WITHDRAWAL, world);
    }
  }

  private void findStuck() {
    Set<World> saved = new HashSet<>();
    Deque<World> open = new ArrayDeque<>();
    cameBy.keySet().stream().filter(Search::isEnd).forEach(open::add);
    saved.addAll(open);
    while (!open.isEmpty()) {
      for (World before : backwards.getOrDefault(open.remove(), List.of())) {
        if (saved.add(before)) {
          open.add(before);
        }
      }
    }
    cameBy.keySet().stream()
        .filter(world -> !saved.contains(world))
        .findAny()
        .ifPresent(world -> faults.put(Fault.STUCK, world));
  }

  private static boolean isEnd(World world) {
    return switch (world.row().state()) {
      case SENT, FAILED, QUARANTINED, CANCELLED, EXPIRED -> true;
      case READY, CLAIMED, WRITING, UNKNOWN, WAITING_PERSON -> false;
    };
  }

  private String wayTo(World world) {
    List<String> labels = new ArrayList<>();
    World here = world;
    for (Step step = cameBy.get(here); step != null; step = cameBy.get(here)) {
      labels.addFirst(step.label());
      here = cameFrom.get(here);
    }
    return String.join(" > ", labels);
  }
}
