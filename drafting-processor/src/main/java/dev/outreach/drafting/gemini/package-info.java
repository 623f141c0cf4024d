/** Drafts by Gemini, through the google-genai library. */
@NullMarked
package dev.outreach.drafting.gemini;

import org.jspecify.annotations.NullMarked;
