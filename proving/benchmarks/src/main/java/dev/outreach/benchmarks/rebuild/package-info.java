/** The whole read model again from the log, while somebody reads it. */
@NullMarked
package dev.outreach.benchmarks.rebuild;

import org.jspecify.annotations.NullMarked;
