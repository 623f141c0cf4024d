/** Tests of what runs together in one process. */
@NullMarked
package dev.outreach.standalone.stack;

import org.jspecify.annotations.NullMarked;
