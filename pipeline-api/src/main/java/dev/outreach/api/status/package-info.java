/** The status as callers see it, of now and of any time the log remembers. */
@NullMarked
package dev.outreach.api.status;

import org.jspecify.annotations.NullMarked;
