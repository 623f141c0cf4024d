/** Tests of the whole: its architecture, its documents, and the pipeline as real processes. */
@NullMarked
package dev.outreach.systemtests;

import org.jspecify.annotations.NullMarked;
