/** Turns what platforms post to us into commands. */
@NullMarked
package dev.outreach.api.webhooks;

import org.jspecify.annotations.NullMarked;
