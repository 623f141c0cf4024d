/** Tests of the drafting-processor. */
@NullMarked
package dev.outreach.drafting.domain;

import org.jspecify.annotations.NullMarked;
