/** Invented people and what happens to them, the same for the same seed. */
@NullMarked
package dev.outreach.benchmarks.people;

import org.jspecify.annotations.NullMarked;
