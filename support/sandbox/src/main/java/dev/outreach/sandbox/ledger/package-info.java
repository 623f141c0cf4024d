/** The append-only record of what the simulators accepted: the witness a test may trust. */
@NullMarked
package dev.outreach.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
