/** Drafts without a model: sentences with the person's facts in their places. */
@NullMarked
package dev.outreach.drafting.template;

import org.jspecify.annotations.NullMarked;
