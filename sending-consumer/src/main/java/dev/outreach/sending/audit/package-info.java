/** Proves the ledger from outside: its receipts, and what a platform says it accepted. */
@NullMarked
package dev.outreach.sending.audit;

import org.jspecify.annotations.NullMarked;
