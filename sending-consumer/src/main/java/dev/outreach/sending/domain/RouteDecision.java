package dev.outreach.sending.domain;

import dev.outreach.sending.domain.Result.Route;

/** Which way a message may take at this moment. */
public sealed interface RouteDecision {

  /** Software may send it now by this way. */
  record Automatic(Route route) implements RouteDecision {}

  /** Only a person may send it, and this is why. */
  record Person(Reason reason) implements RouteDecision {}
}
