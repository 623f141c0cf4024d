package dev.outreach.platforms;

import java.time.Instant;

/** What the platform's record says about a message we may have sent. */
public sealed interface SentLookup {

  /**
   * It is there.
   *
   * @param threadId empty where it is in no conversation yet
   */
  record Found(String platformMessageId, String threadId, Instant sentAt) implements SentLookup {}

  /**
   * It is not there.
   *
   * @param complete true where everything since the asked time could be read; false where the
   *     platform shows too little to conclude anything
   */
  record Absent(boolean complete) implements SentLookup {}

  /** The record could not be read. */
  record Unreadable(PlatformFailure failure) implements SentLookup {}
}
