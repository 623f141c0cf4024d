/** The command that runs proofs at full size and benchmarks, each beside its peer. */
@NullMarked
package dev.outreach.benchmarks;

import org.jspecify.annotations.NullMarked;
