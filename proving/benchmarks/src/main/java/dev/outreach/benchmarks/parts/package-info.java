/** Parts of the pipeline, and their peers, each run in a process of its own. */
@NullMarked
package dev.outreach.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
