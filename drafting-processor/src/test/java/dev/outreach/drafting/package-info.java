/** Tests of the drafting-processor. */
@NullMarked
package dev.outreach.drafting;

import org.jspecify.annotations.NullMarked;
