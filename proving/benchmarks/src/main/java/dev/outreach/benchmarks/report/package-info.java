/** What a run found: a table for people, JSON for machines. */
@NullMarked
package dev.outreach.benchmarks.report;

import org.jspecify.annotations.NullMarked;
