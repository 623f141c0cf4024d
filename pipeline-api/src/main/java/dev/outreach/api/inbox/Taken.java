package dev.outreach.api.inbox;

import java.util.Optional;
import java.util.UUID;

/**
 * An arrival taken up to be worked on.
 *
 * @param tries how often it was taken up before
 * @param toldPerson whose it is, where an operator said so
 */
record Taken(Arrival arrival, int tries, Optional<UUID> toldPerson) {}
