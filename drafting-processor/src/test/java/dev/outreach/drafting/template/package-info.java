/** Tests of the drafting-processor. */
@NullMarked
package dev.outreach.drafting.template;

import org.jspecify.annotations.NullMarked;
