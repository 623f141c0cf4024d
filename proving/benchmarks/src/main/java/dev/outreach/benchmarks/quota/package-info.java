/** A simulated week of sending under limits, counted by an observer of its own. */
@NullMarked
package dev.outreach.benchmarks.quota;

import org.jspecify.annotations.NullMarked;
