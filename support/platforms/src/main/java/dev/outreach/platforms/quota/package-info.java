/** What platforms allow an account in a time, and the count of what is spent of it. */
@NullMarked
package dev.outreach.platforms.quota;

import org.jspecify.annotations.NullMarked;
