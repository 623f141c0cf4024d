package dev.outreach.api.inbox;

import dev.outreach.api.commands.CommandOutcome;
import dev.outreach.api.commands.NotPublished;
import dev.outreach.api.domain.Inbound;
import dev.outreach.readmodel.PersonFinder;
import dev.outreach.readmodel.ReadModelException;
import dev.outreach.schemas.ProfileCommand;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A wish not to be contacted holds for the person: it closes their other profiles as well, on every
 * platform. Thread-safe.
 */
final class OptOuts {

  private static final Logger log = LoggerFactory.getLogger(OptOuts.class);

  private final PersonFinder people;
  private final Function<List<ProfileCommand>, List<CommandOutcome>> submit;
  private final Reports reports;

  OptOuts(
      PersonFinder people,
      Function<List<ProfileCommand>, List<CommandOutcome>> submit,
      Reports reports) {
    this.people = people;
    this.submit = submit;
    this.reports = reports;
  }

  /** Whether nothing is left to be done; false where it has to be tried again. */
  boolean isSpread(Arrival arrival, UUID profileId) {
    boolean optOut =
        arrival.kind() == Arrival.Kind.MESSAGE
            && Inbound.ofPerson(arrival.text()) == Inbound.OPT_OUT;
    if (!optOut) {
      return true;
    }
    try {
      List<ProfileCommand> suppressions =
          people.otherProfiles(arrival.origin().workspace(), profileId).stream()
              .map(other -> reports.suppression(arrival, other))
              .toList();
      return suppressions.isEmpty()
          || submit.apply(suppressions).stream()
              .noneMatch(CommandOutcome.Pending.class::isInstance);
    } catch (ReadModelException | NotPublished unavailable) {
      log.info("the opt-out {} is spread later", arrival.id());
      return false;
    }
  }
}
