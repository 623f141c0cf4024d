package dev.outreach.sending.model;

import dev.outreach.sending.domain.DeliveryClass;
import java.util.List;

/**
 * What can happen next in a world; the platform and the network are the same for every protocol.
 */
interface Protocol {

  /** The most claims one message gets. */
  int MOST_ATTEMPTS = 3;

  /** What workers, reaper, resolver and people may do. */
  List<Step> steps(World world);

  /** How often the recipient has the message after one more delivery. */
  static int deliver(DeliveryClass platform, int applied) {
    return platform == DeliveryClass.KEYED ? Math.min(1, applied + 1) : applied + 1;
  }
}
