package dev.outreach.discovery.domain;

import java.util.HashMap;
import java.util.Map;

/** The newest order about each job; a cancelled job takes no other order. Not thread-safe. */
public final class JobOrders {

  private static final JobOrder NONE = new JobOrder.None();

  private final Map<Key, JobOrder> newest = new HashMap<>();

  private record Key(String workspaceId, String jobId) {}

  /** Keeps an order; orders about one job come in the order they were given. */
  public void give(String workspaceId, String jobId, JobOrder order) {
    newest.merge(
        new Key(workspaceId, jobId),
        order,
        (before, now) -> before instanceof JobOrder.Cancel ? before : now);
  }

  /** The order that holds for a job, also for one that has not begun. */
  public JobOrder of(String workspaceId, String jobId) {
    return newest.getOrDefault(new Key(workspaceId, jobId), NONE);
  }
}
