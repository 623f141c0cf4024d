/** Tests of the drafting-processor. */
@NullMarked
package dev.outreach.drafting.gemini;

import org.jspecify.annotations.NullMarked;
