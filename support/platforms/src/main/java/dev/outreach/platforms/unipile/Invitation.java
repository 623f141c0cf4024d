package dev.outreach.platforms.unipile;

import java.time.Instant;
import java.util.Optional;

/**
 * An invitation to connect that waits for its answer.
 *
 * @param personId whom it went to
 * @param note empty where it has none
 * @param sentAt empty where Unipile does not tell
 */
record Invitation(String id, String personId, String note, Optional<Instant> sentAt) {

  /** Leaves the note out. */
  @Override
  public String toString() {
    return "Invitation[" + id + "]";
  }
}
