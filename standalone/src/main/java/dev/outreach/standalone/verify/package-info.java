/** What anybody may check at any time: counts against a recount, our ledger against theirs. */
@NullMarked
package dev.outreach.standalone.verify;

import org.jspecify.annotations.NullMarked;
