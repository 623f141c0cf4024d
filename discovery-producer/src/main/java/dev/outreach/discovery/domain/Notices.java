package dev.outreach.discovery.domain;

/** What every instance has to know, whichever jobs it has in hand. Not thread-safe. */
public interface Notices {

  /** What people ordered about jobs. */
  JobOrders orders();

  /** Whom not to let in. */
  Door door();

  /** Takes in what is new; returns at once where nothing is. */
  void refresh();
}
