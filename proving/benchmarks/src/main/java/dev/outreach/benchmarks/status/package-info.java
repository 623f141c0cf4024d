/** What a look at the counts costs, however many people there are. */
@NullMarked
package dev.outreach.benchmarks.status;

import org.jspecify.annotations.NullMarked;
