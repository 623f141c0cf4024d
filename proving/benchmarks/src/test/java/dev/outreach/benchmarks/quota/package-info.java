/** The simulated week, and proof that its observer can count. */
@NullMarked
package dev.outreach.benchmarks.quota;

import org.jspecify.annotations.NullMarked;
