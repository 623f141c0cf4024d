package dev.outreach.discovery;

import dev.outreach.discovery.domain.Door;
import dev.outreach.discovery.domain.JobOrder;
import dev.outreach.discovery.domain.JobOrders;
import dev.outreach.discovery.domain.Notices;

/** Notices a test gives; like the log's they outlive a session. */
final class TestNotices implements Notices {

  private final JobOrders orders = new JobOrders();
  private final Door door = new Door();

  void order(String jobId, JobOrder order) {
    orders.give("default", jobId, order);
  }

  @Override
  public JobOrders orders() {
    return orders;
  }

  @Override
  public Door door() {
    return door;
  }

  @Override
  public void refresh() {}
}
