package dev.outreach.drafting.gemini;

import dev.outreach.drafting.domain.Proposal;
import dev.outreach.drafting.domain.RefusalCode;
import java.time.Duration;
import java.util.Optional;

/** How one call ended. */
sealed interface Reply {

  /** A text in the shape asked for. */
  record Good(Proposal proposal, Tokens tokens) implements Reply {}

  /**
   * None.
   *
   * @param reason in words, without the person's data
   * @param mayPass whether the same request may succeed later
   * @param askedWait how long the service asks us to wait
   */
  record Bad(
      RefusalCode code, String reason, boolean mayPass, Optional<Duration> askedWait, Tokens tokens)
      implements Reply {

    static Bad forGood(RefusalCode code, String reason, Tokens tokens) {
      return new Bad(code, reason, false, Optional.empty(), tokens);
    }

    static Bad forNow(RefusalCode code, String reason, Tokens tokens) {
      return new Bad(code, reason, true, Optional.empty(), tokens);
    }
  }
}
