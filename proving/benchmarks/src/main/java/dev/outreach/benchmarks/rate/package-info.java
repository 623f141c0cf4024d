/** How many ledgered sends a second, and what each costs. */
@NullMarked
package dev.outreach.benchmarks.rate;

import org.jspecify.annotations.NullMarked;
