package dev.outreach.benchmarks.faults;

/**
 * What was seen of a fault.
 *
 * @param fired whether the operating system confirmed it
 * @param inFlight messages that were claimed or being written when it struck; -1 where unknown
 * @param detail what was seen, for the report
 */
record Evidence(Fault fault, boolean fired, int inFlight, String detail) {}
