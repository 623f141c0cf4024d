/** Tests of this package. */
@NullMarked
package dev.outreach.api.http;

import org.jspecify.annotations.NullMarked;
