/** Pushes the status to whoever listens, as soon as it changes. */
@NullMarked
package dev.outreach.api.live;

import org.jspecify.annotations.NullMarked;
