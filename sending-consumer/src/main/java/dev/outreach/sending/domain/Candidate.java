package dev.outreach.sending.domain;

import dev.outreach.sending.domain.Result.Route;
import java.util.Optional;
import java.util.Set;

/**
 * A message whose time may have come.
 *
 * @param writes how often a byte of it may have left
 * @param lookFirst whether the platform is asked for it before it is sent
 * @param stop why it must not be sent any more, where somebody took it back or suppressed the
 *     person
 * @param waitingFor code of the reason it waited for until now
 * @param tried by which way it was tried before
 * @param closed by which ways the platform takes it no more
 */
public record Candidate(
    Order order,
    Position position,
    int writes,
    boolean lookFirst,
    Optional<Reason> stop,
    Optional<String> waitingFor,
    Optional<Route> tried,
    Set<Route> closed) {

  public Candidate {
    closed = Set.copyOf(closed);
  }
}
