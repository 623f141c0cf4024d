package dev.outreach.benchmarks.faults;

import dev.outreach.benchmarks.harness.SandboxWitness.Arrival;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of approved messages, by the platforms' word against ours.
 *
 * @param arrived how many reached a platform at least once
 * @param doubled how many reached it more than once
 * @param copies how many arrivals were one too many
 * @param absent how many never reached it
 * @param lost how many of the absent nobody is told of: we say sent, failed or nothing at all
 * @param unresolved how many a person is asked to look into
 * @param unresolvedButArrived how many of these had reached the platform
 * @param invisible how many unresolved ones the pipeline was not told of
 * @param wrong how many arrived although we say something else than sent or unresolved
 */
record Verdict(
    int arrived,
    int doubled,
    int copies,
    int absent,
    int lost,
    int unresolved,
    int unresolvedButArrived,
    int invisible,
    int wrong) {

  private static final String SENT = "SENT";
  private static final String UNRESOLVED = "QUARANTINED";
  private static final String UNCONFIRMED = "SendUnconfirmed";

  /**
   * Judges messages.
   *
   * @param states where each message stands in our ledger; one that is missing is not known to it
   * @param told the kinds of results the pipeline got, by message
   */
  static Verdict of(
      List<PlannedMessage> messages,
      List<Arrival> arrivals,
      Map<String, String> states,
      Map<String, Set<String>> told) {
    Map<String, Long> copies =
        arrivals.stream().collect(Collectors.groupingBy(Verdict::place, Collectors.counting()));
    Tally tally = new Tally();
    for (PlannedMessage message : messages) {
      int arrived = copies.getOrDefault(place(message), 0L).intValue();
      String state = states.getOrDefault(message.messageId(), "ABSENT");
      boolean isTold = told.getOrDefault(message.messageId(), Set.of()).contains(UNCONFIRMED);
      tally.add("arrived", arrived > 0);
      tally.add("doubled", arrived > 1);
      tally.add("copies", Math.max(0, arrived - 1));
      tally.add("absent", arrived == 0);
      tally.add("lost", arrived == 0 && !state.equals(UNRESOLVED));
      tally.add("unresolved", state.equals(UNRESOLVED));
      tally.add("unresolvedButArrived", state.equals(UNRESOLVED) && arrived > 0);
      tally.add("invisible", state.equals(UNRESOLVED) && !isTold);
      tally.add("wrong", arrived > 0 && !state.equals(SENT) && !state.equals(UNRESOLVED));
    }
    return tally.verdict();
  }

  private static String place(Arrival arrival) {
    return arrival.platform() + '\n' + arrival.address() + '\n' + arrival.text();
  }

  private static String place(PlannedMessage message) {
    return message.way().simulator() + '\n' + message.address() + '\n' + message.text();
  }

  /** Counts by name. */
  private static final class Tally {

    private final Map<String, Integer> counts = new HashMap<>();

    void add(String name, boolean applies) {
      add(name, applies ? 1 : 0);
    }

    void add(String name, int many) {
      counts.merge(name, many, Integer::sum);
    }

    private int of(String name) {
      return counts.getOrDefault(name, 0);
    }

    Verdict verdict() {
      return new Verdict(
          of("arrived"),
          of("doubled"),
          of("copies"),
          of("absent"),
          of("lost"),
          of("unresolved"),
          of("unresolvedButArrived"),
          of("invisible"),
          of("wrong"));
    }
  }
}
