/** One large discovery job through the whole product, undisturbed and killed again and again. */
@NullMarked
package dev.outreach.benchmarks.discovery;

import org.jspecify.annotations.NullMarked;
