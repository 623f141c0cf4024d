/** Tests of this package. */
@NullMarked
package dev.outreach.api.domain;

import org.jspecify.annotations.NullMarked;
