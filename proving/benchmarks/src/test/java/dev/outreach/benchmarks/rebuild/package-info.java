/** A small rebuild. */
@NullMarked
package dev.outreach.benchmarks.rebuild;

import org.jspecify.annotations.NullMarked;
