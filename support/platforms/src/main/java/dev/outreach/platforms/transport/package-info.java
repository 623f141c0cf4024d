/**
 * HTTP with a proof of what left: every call ends as an answer, as certainly unsent, or as unknown.
 */
@NullMarked
package dev.outreach.platforms.transport;

import org.jspecify.annotations.NullMarked;
