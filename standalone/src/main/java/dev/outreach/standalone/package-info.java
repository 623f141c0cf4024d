/** The {@code outreach} command. */
@NullMarked
package dev.outreach.standalone;

import org.jspecify.annotations.NullMarked;
