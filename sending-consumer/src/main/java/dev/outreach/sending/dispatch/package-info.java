/** The workers: they claim messages from the ledger, call the platform, and settle doubts. */
@NullMarked
package dev.outreach.sending.dispatch;

import org.jspecify.annotations.NullMarked;
