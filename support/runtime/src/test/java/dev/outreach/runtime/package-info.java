/** Tests of the runtime. */
@NullMarked
package dev.outreach.runtime;

import org.jspecify.annotations.NullMarked;
