/** From an input record to a counted row, with everything on one machine. */
@NullMarked
package dev.outreach.benchmarks.fullpath;

import org.jspecify.annotations.NullMarked;
