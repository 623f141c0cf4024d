/** LinkedIn's partner interfaces: organisation lookup, the Messages API, page notifications. */
@NullMarked
package dev.outreach.platforms.linkedin;

import org.jspecify.annotations.NullMarked;
