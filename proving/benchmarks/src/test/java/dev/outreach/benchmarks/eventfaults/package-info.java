/** A short flood under faults. */
@NullMarked
package dev.outreach.benchmarks.eventfaults;

import org.jspecify.annotations.NullMarked;
