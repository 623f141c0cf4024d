/** Reads tasks from the topic into the ledger. */
@NullMarked
package dev.outreach.sending.intake;

import org.jspecify.annotations.NullMarked;
