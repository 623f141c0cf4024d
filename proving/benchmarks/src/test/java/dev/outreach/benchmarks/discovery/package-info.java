/** The discovery run at a small scale. */
@NullMarked
package dev.outreach.benchmarks.discovery;

import org.jspecify.annotations.NullMarked;
