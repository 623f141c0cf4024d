/** Tests of the drafting-processor. */
@NullMarked
package dev.outreach.drafting.prompts;

import org.jspecify.annotations.NullMarked;
