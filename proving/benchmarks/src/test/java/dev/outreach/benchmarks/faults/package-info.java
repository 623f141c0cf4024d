/** The proof at a small scale, and proof that its judge can tell. */
@NullMarked
package dev.outreach.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
