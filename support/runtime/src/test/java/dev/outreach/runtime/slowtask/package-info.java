/** Tests of the slow-task consumer. */
@NullMarked
package dev.outreach.runtime.slowtask;

import org.jspecify.annotations.NullMarked;
