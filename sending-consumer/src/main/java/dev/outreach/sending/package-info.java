/** Sends approved messages once each: from tasks to the ledger, to the platform, to results. */
@NullMarked
package dev.outreach.sending;

import org.jspecify.annotations.NullMarked;
