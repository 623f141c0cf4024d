/**
 * Works off a topic whose records each need a slow call: many calls at a time, order kept per key,
 * every result exactly once.
 */
@NullMarked
package dev.outreach.runtime.slowtask;

import org.jspecify.annotations.NullMarked;
