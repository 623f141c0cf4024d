/** A small run of the whole path. */
@NullMarked
package dev.outreach.benchmarks.fullpath;

import org.jspecify.annotations.NullMarked;
