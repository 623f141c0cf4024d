/** Tests of this package. */
@NullMarked
package dev.outreach.api;

import org.jspecify.annotations.NullMarked;
