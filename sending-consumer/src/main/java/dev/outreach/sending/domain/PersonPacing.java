package dev.outreach.sending.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How often one person may be written to, by whatever account and way. Pure. */
public final class PersonPacing {

  private PersonPacing() {}

  /**
   * When the person may get one more message.
   *
   * @param written the person's other messages that have, or may have, reached them, oldest first
   */
  public static Pacing.Slot nextSlot(List<Cap> caps, List<Taken> written, Asked asked) {
    return switch (new Pacing(caps, Duration.ZERO, Duration.ZERO, Optional.empty())
        .nextSlot(written, asked)) {
      case Pacing.Slot.Free free -> free;
      case Pacing.Slot.Later(Instant at, _, Optional<Usage> usage) ->
          new Pacing.Slot.Later(at, reason(usage), usage);
    };
  }

  private static Reason reason(Optional<Usage> usage) {
    String limit =
        usage.map(full -> new Cap(full.allowed(), full.within()).text()).orElse("the limit");
    return new Reason(
        "PERSON_LIMIT", "The person was written to lately; at most " + limit + " to one person.");
  }
}
