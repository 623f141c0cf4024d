/** Real servers and processes of our own that a run may kill, freeze and restart. */
@NullMarked
package dev.outreach.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
