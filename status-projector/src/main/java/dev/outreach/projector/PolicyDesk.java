package dev.outreach.projector;

import dev.outreach.readmodel.Policy;
import dev.outreach.readmodel.PolicyControl;
import dev.outreach.readmodel.write.Policies;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Where an operator reads and changes the rules of the read model while it runs. What is laid down
 * here counts; settings of a projector only say what holds at its very first start. Thread-safe.
 */
public final class PolicyDesk {

  private final Transactions transactions;
  private final Clock clock;
  private final PolicyControl control;
  private final Policies policies = new Policies();

  public PolicyDesk(DataSource dataSource, Clock clock) {
    this.transactions = new Transactions(dataSource);
    this.control = new PolicyControl(dataSource);
    this.clock = clock;
  }

  /** What holds now; empty before any projector has started. */
  public Optional<Policy> now() {
    return control.now();
  }

  /** How many follow-ups a person gets; empty where that was never changed while all ran. */
  public Optional<Integer> followUps() {
    return control.followUps();
  }

  /** Where the day of a workspace begins. */
  public ZoneId zoneOf(String workspaceId) {
    return transactions.call(connection -> policies.zoneOf(connection, workspaceId));
  }

  /**
   * Changes when follow-ups are due, everywhere within two seconds.
   *
   * @return what holds now; empty before any projector has started, for then nothing changes
   * @throws IllegalArgumentException where it is below a second or above ten years
   */
  public Optional<Policy> changeFollowUpAfter(Duration followUpAfter) {
    return control.changeFollowUpAfter(followUpAfter, clock.instant());
  }

  /**
   * Changes where the day of a workspace begins; its days are counted again before this returns.
   *
   * @param workspaceId or {@code *} for all that have no zone of their own
   * @throws IllegalArgumentException where PostgreSQL does not know the zone by that name
   */
  public void changeZone(String workspaceId, ZoneId zone) {
    Policy.checkZone(zone);
    transactions.call(
        connection -> {
          policies.changeZone(connection, workspaceId, zone, clock.instant());
          return zone;
        });
  }
}
