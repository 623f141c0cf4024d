/** The drafting-processor: draft tasks in, drafts out. */
@NullMarked
package dev.outreach.drafting;

import org.jspecify.annotations.NullMarked;
