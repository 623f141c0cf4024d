package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Asked;
import dev.outreach.sending.domain.Cap;
import dev.outreach.sending.domain.Order.MessageKind;
import dev.outreach.sending.domain.Pacing;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.domain.Taken;
import dev.outreach.sending.domain.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much of one limit of an account is used.
 *
 * @param cap the limit as it is once the account has grown into it
 * @param nextFree when one more may leave; empty for now
 */
record Gauge(Route route, Cap cap, Usage usage, Optional<Instant> nextFree) {

  /** The gauges of all limits of an account, as claims see them. */
  static List<Gauge> of(SlotBook book, AccountRow account) {
    List<Gauge> gauges = new ArrayList<>();
    for (Route route : Route.values()) {
      Pacing pacing = book.pacing(route);
      List<Taken> taken = book.taken(route);
      for (Cap cap : pacing.caps()) {
        Asked asked = asked(cap, account);
        gauges.add(
            new Gauge(route, cap, pacing.usage(cap, taken, asked), nextFree(pacing, taken, asked)));
      }
    }
    return gauges;
  }

  /** Which kind of message counts, by name. */
  String counts() {
    return cap.only().map(MessageKind::name).orElse("ALL");
  }

  private static Asked asked(Cap cap, AccountRow account) {
    return new Asked(
        account.now(),
        cap.only().orElse(MessageKind.INITIAL),
        Duration.between(account.since(), account.now()),
        Optional.empty(),
        0);
  }

  private static Optional<Instant> nextFree(Pacing pacing, List<Taken> taken, Asked asked) {
    return switch (pacing.nextSlot(taken, asked)) {
      case Pacing.Slot.Free() -> Optional.empty();
      case Pacing.Slot.Later(var at, _, _) -> Optional.of(at);
    };
  }
}
