/** Tests of answers about the past. */
@NullMarked
package dev.outreach.api.status;

import org.jspecify.annotations.NullMarked;
