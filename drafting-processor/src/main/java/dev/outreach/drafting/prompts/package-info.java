/** The versioned prompts, kept as files. */
@NullMarked
package dev.outreach.drafting.prompts;

import org.jspecify.annotations.NullMarked;
