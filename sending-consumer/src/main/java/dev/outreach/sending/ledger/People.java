package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Order.MessageKind;
import dev.outreach.sending.domain.Taken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people have got, or may have got, from us by whatever account. */
final class People {

  /** In one order, so that two transactions never wait for each other in a circle. */
  private static final String LOCK =
      """
      SELECT pg_advisory_xact_lock(person) FROM (
        SELECT DISTINCT hashtextextended(id, 5501) AS person FROM unnest(?::text[]) AS id
        ORDER BY person) AS people\
      """;

  private static final String WRITTEN =
      """
      SELECT profile_id, message_id, message_type, COALESCE(sent_at, ?) AS at
      FROM social_send_ledger
      WHERE profile_id = ANY (?)
        AND state IN ('CLAIMED', 'WRITING', 'UNKNOWN', 'QUARANTINED', 'WAITING_PERSON', 'SENT')
      ORDER BY COALESCE(sent_at, ?)\
      """;

  private final Map<String, List<Written>> byProfile;

  private People(Map<String, List<Written>> byProfile) {
    this.byProfile = byProfile;
  }

  /** Nobody was written to. */
  static People nobody() {
    return new People(new HashMap<>());
  }

  /** Lets nobody else claim a message to these people until the transaction ends. */
  static void lock(Connection connection, Collection<String> profileIds) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      new Parameters(statement).texts(profileIds);
      statement.execute();
    }
  }

  /** What these people have got; what may still be on its way counts as now. */
  static People read(Connection connection, Collection<String> profileIds, Instant now)
      throws SQLException {
    People people = nobody();
    try (PreparedStatement statement = connection.prepareStatement(WRITTEN)) {
      new Parameters(statement).time(now).texts(profileIds).time(now);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Row row = new Row(rows);
          people.add(
              row.text("profile_id"),
              new Written(
                  row.text("message_id"),
                  new Taken(row.time("at"), MessageKind.valueOf(row.text("message_type")))));
        }
      }
    }
    return people;
  }

  /** The other messages of the person an order is for, oldest first. */
  List<Taken> othersOf(Order order) {
    return byProfile.getOrDefault(order.who().profileId(), List.of()).stream()
        .filter(written -> !written.messageId().equals(order.who().messageId()))
        .map(Written::taken)
        .sorted()
        .toList();
  }

  /** From now on the order counts too. */
  void add(Order order, Instant at) {
    add(
        order.who().profileId(),
        new Written(order.who().messageId(), new Taken(at, order.who().kind())));
  }

  private void add(String profileId, Written written) {
    byProfile.computeIfAbsent(profileId, _ -> new ArrayList<>()).add(written);
  }

  private record Written(String messageId, Taken taken) {}
}
