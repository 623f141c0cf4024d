package dev.outreach.api.inbox;

import dev.outreach.api.inbox.Statements.Statement;
import dev.outreach.readmodel.PersonFinder;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds whose conversation it is: by what an operator said, by what was learned from earlier
 * messages, by handle, by the ids of messages we sent, by conversation, by address. Thread-safe.
 */
final class Matcher {

  private static final String LEARNED =
      """
      SELECT profile_id FROM social_inbound_addresses
      WHERE workspace_id = ? AND platform = ? AND kind = ? AND value = ?
      """;

  private final Statements statements;
  private final PersonFinder people;

  Matcher(Statements statements, PersonFinder people) {
    this.statements = statements;
    this.people = people;
  }

  /**
   * The person, as far as anything kept here or in the read model tells; asks no platform. Who is
   * found by the handle alone may not be known at all: the id follows from the handle.
   *
   * @param excluded who turned out not to be known
   */
  Optional<UUID> find(Taken taken, Set<UUID> excluded) {
    Arrival arrival = taken.arrival();
    Arrival.Origin origin = arrival.origin();
    var place = new PersonFinder.Place(origin.workspace(), origin.platform());
    return Stream.<Supplier<Optional<UUID>>>of(
            taken::toldPerson,
            () -> learned(origin, "address", Optional.of(origin.address())),
            () -> learned(origin, "thread", origin.threadId()),
            origin::handleId,
            () -> people.byMessages(place, arrival.messageIds()),
            () -> origin.threadId().flatMap(thread -> people.byThread(place, thread)),
            () -> people.byAddress(place, origin.address()))
        .flatMap(way -> way.get().stream())
        .filter(person -> !excluded.contains(person))
        .findFirst();
  }

  private Optional<UUID> learned(Arrival.Origin origin, String kind, Optional<String> value) {
    return value.flatMap(
        known ->
            statements
                .rows(
                    new Statement(
                        LEARNED, Arrays.asList(origin.workspace(), origin.platform(), kind, known)),
                    row -> row.getObject("profile_id", UUID.class))
                .stream()
                .findFirst());
  }
}
