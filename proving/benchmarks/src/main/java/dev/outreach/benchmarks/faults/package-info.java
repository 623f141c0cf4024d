/** Sends while senders and the database are killed and frozen, with the platforms as witness. */
@NullMarked
package dev.outreach.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
