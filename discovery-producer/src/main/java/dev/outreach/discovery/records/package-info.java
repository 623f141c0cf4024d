/** The records a discovery job writes, whichever way it came in. */
@NullMarked
package dev.outreach.discovery.records;

import org.jspecify.annotations.NullMarked;
