/** Tests of the peers. */
@NullMarked
package dev.outreach.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
