package dev.outreach.sending.domain;

/** Which way a message may take at this moment. */
public sealed interface RouteDecision {

  /** The platform's own interface permits it now. */
  record Official() implements RouteDecision {}

  /** Only a person may send it, and this is why. */
  record Person(Reason reason) implements RouteDecision {}
}
