/** Brings results from the ledger's outbox to the topic. */
@NullMarked
package dev.outreach.sending.relay;

import org.jspecify.annotations.NullMarked;
