/** The HTTP door of the pipeline: reads the read model, turns requests into commands. */
@NullMarked
package dev.outreach.api;

import org.jspecify.annotations.NullMarked;
