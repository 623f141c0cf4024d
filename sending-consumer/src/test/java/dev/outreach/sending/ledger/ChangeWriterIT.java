package dev.outreach.sending.ledger;

import static dev.outreach.sending.support.OrderFixture.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.sending.audit.LedgerAudit;
import dev.outreach.sending.domain.Order;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result;
import dev.outreach.sending.domain.Transition;
import dev.outreach.sending.support.Postgres;
import dev.outreach.sending.support.SendingFixture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Steps of many messages in one statement: each is guarded by itself. */
@ExtendWith(Postgres.class)
class ChangeWriterIT {

  private static final long FENCE = 11;

  private SendingFixture fixture;
  private Instant now;
  private Order ann;
  private Order bob;
  private Order cyd;

  @BeforeEach
  void order(HikariDataSource database) {
    fixture = new SendingFixture(database);
    now = fixture.clock().instant();
    ann = answer("ann", now);
    bob = answer("bob", now);
    cyd = answer("cyd", now);
    fixture.order(ann, bob, cyd);
    write(claim(ann), claim(bob), claim(cyd));
  }

  @Test
  void shouldMakeOnlyStepsWhoseGuardHolds() {
    Change mine = mark(ann, FENCE);
    Change lost = mark(bob, FENCE - 1);

    assertThat(write(mine, lost)).containsExactly(mine);
    assertThat(fixture.state(ann)).isEqualTo("WRITING");
    assertThat(fixture.state(bob)).isEqualTo("CLAIMED");
  }

  @Test
  void shouldMarkNobodyWhoWasSuppressedMeanwhile() {
    Reason reason = new Reason("OPTED_OUT", "They asked us to stop.");
    Suppressions suppressions = new Suppressions(fixture.database());
    suppressions.add("workspace", new Suppressions.Who.Person(ann.who().profileId()), reason, now);
    suppressions.add("workspace", new Suppressions.Who.Handle("INSTAGRAM", "BOB"), reason, now);

    Change free = mark(cyd, FENCE);

    assertThat(write(mark(ann, FENCE), mark(bob, FENCE), free)).containsExactly(free);
  }

  @Test
  void shouldGiveOneOfTwoEqualStepsToOneOfThem() {
    Change first = mark(ann, FENCE);
    Change second = mark(ann, FENCE);

    assertThat(write(first, second)).hasSize(1);
    assertThat(fixture.number("SELECT max(writes) FROM social_send_ledger")).isEqualTo(1);
  }

  @Test
  void shouldChainReceiptsOfOneGroup() {
    write(mark(ann, FENCE), mark(bob, FENCE), mark(cyd, FENCE));

    write(sent(ann), sent(bob), sent(cyd));

    assertThat(fixture.told(ann)).containsExactly("SUCCEEDED");
    assertThat(fixture.number("SELECT max(sequence)::int FROM social_send_receipts")).isEqualTo(3);
    assertThat(new LedgerAudit(fixture.database()).proveReceipts().findings()).isEmpty();
    assertThat(fixture.number("SELECT count(*) FROM social_send_slots WHERE ended_at IS NOT NULL"))
        .isEqualTo(3);
  }

  private Set<Change> write(Change... changes) {
    ChangeWriter writer = new ChangeWriter();
    return fixture
        .database()
        .transaction("testing", connection -> writer.write(connection, List.of(changes)));
  }

  private Change claim(Order order) {
    Details details = Details.claimed(now, now.plusSeconds(30), Result.Route.OFFICIAL_API);
    return Change.of(order.who().messageId(), Transition.CLAIM, FENCE, details);
  }

  private Change mark(Order order, long fence) {
    Details details = Details.marked(now, now.plusSeconds(30));
    return Change.of(order.who().messageId(), Transition.MARK, fence, details);
  }

  private Change sent(Order order) {
    Result.Succeeded sent =
        new Result.Succeeded(
            Result.Route.OFFICIAL_API,
            Optional.of("m-" + order.who().messageId()),
            Optional.empty(),
            Optional.empty(),
            now,
            false);
    return Change.of(order.who().messageId(), Transition.SUCCEED, FENCE, Details.sent(now, sent))
        .telling(sent);
  }
}
