/** Small looks at the counts. */
@NullMarked
package dev.outreach.benchmarks.status;

import org.jspecify.annotations.NullMarked;
