/** The send ledger in PostgreSQL: every step of a message is one guarded statement. */
@NullMarked
package dev.outreach.sending.ledger;

import org.jspecify.annotations.NullMarked;
