package dev.outreach.drafting.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A draft to be written.
 *
 * @param network where it will be sent
 * @param kind first message or follow-up
 * @param step 0 for the first message
 * @param person whom it is for
 * @param language BCP 47 tag the person is to be written to in
 * @param limit how long it may be
 * @param thread the conversation so far, oldest first
 */
public record Assignment(
    Network network,
    MessageKind kind,
    int step,
    Person person,
    String language,
    LengthLimit limit,
    List<Turn> thread) {

  /** Keeps a copy of the thread. */
  public Assignment {
    thread = List.copyOf(thread);
  }

  /** Whether anything the person wrote gives orders to a machine, openly or in disguise. */
  public boolean givesOrders() {
    return Instructions.orderMachines(String.join("\n", foreignTexts()));
  }

  /** The same without a word of the person's, but for a first name that looks like one. */
  public Assignment withoutForeignTexts() {
    Person bare =
        new Person(
            person.username(),
            person.firstName().filter(name -> !Instructions.isSuspect(name)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            person.followers());
    List<Turn> ours = thread.stream().filter(Turn::ours).toList();
    return new Assignment(network, kind, step, bare, language, limit, ours);
  }

  /** Everything the person wrote. */
  List<String> foreignTexts() {
    Stream<String> theirs = thread.stream().filter(turn -> !turn.ours()).map(Turn::text);
    return Stream.concat(person.texts().stream(), theirs).toList();
  }
}
