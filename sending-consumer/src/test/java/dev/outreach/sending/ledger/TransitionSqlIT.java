package dev.outreach.sending.ledger;

import static dev.outreach.sending.support.OrderFixture.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Position;
import dev.outreach.sending.domain.Result;
import dev.outreach.sending.domain.State;
import dev.outreach.sending.domain.Transition;
import dev.outreach.sending.support.Postgres;
import dev.outreach.sending.support.SendingFixture;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The statements do what the definitions say, in every state, fence and doubt. */
@ExtendWith(Postgres.class)
class TransitionSqlIT {

  private static final long HELD = 7;

  @ParameterizedTest
  @EnumSource(Transition.class)
  void shouldDoInTheDatabaseWhatTheDefinitionSays(Transition transition, HikariDataSource database)
      throws SQLException {
    Order order = order(database);
    for (State state : State.values()) {
      for (long fence : new long[] {HELD, HELD + 1}) {
        for (boolean doubt : new boolean[] {true, false}) {
          Position before = new Position(state, HELD, 3, doubt);

          Optional<Position> after = apply(database, order, transition, before, fence);

          assertThat(after)
              .as("%s by fence %d", before, fence)
              .isEqualTo(transition.apply(before, fence));
        }
      }
    }
  }

  private static Order order(HikariDataSource database) {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    Order order = answer("ann", now);
    new SendingFixture(database).order(order);
    return order;
  }

  private static Optional<Position> apply(
      HikariDataSource database, Order order, Transition transition, Position before, long fence)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      place(connection, before);
      int made =
          new ChangeWriter().write(connection, List.of(change(order, transition, fence))).size();
      Position after = read(connection);
      connection.rollback();
      assertThat(made == 1 || after.equals(before)).as("an unmade step changes nothing").isTrue();
      return made == 1 ? Optional.of(after) : Optional.empty();
    }
  }

  private static Change change(Order order, Transition transition, long fence) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Result.Succeeded sent =
        new Result.Succeeded(
            Result.Route.OFFICIAL_API,
            Optional.of("m-1"),
            Optional.empty(),
            Optional.empty(),
            now,
            false);
    Details details =
        switch (transition.to()) {
          case CLAIMED -> Details.claimed(now, now, Result.Route.OFFICIAL_API);
          case WRITING -> Details.marked(now, now);
          case SENT -> Details.sent(now, sent);
          case WAITING_PERSON -> Details.at(now).byHand();
          case READY, UNKNOWN, FAILED, QUARANTINED, CANCELLED, EXPIRED -> Details.at(now);
        };
    return Change.of(order.who().messageId(), transition, fence, details);
  }

  private static void place(Connection connection, Position position) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            UPDATE social_send_ledger SET state = ?, fence = ?, attempt = ?, in_doubt = ?,
              lease_until = now(), write_at = now(), sent_at = now(), route = 'OFFICIAL_API'""")) {
      new Parameters(statement)
          .name(position.state())
          .number(position.fence())
          .number(position.attempt())
          .flag(position.inDoubt());
      statement.executeUpdate();
    }
  }

  private static Position read(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT state, fence, attempt, in_doubt FROM social_send_ledger");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return OrderRow.position(new Row(rows));
    }
  }
}
