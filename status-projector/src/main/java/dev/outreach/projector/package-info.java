/** Turns the events of the log into the rows and counts of the read model. */
@NullMarked
package dev.outreach.projector;

import org.jspecify.annotations.NullMarked;
