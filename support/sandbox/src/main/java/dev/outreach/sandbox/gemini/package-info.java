/** Gemini's generateContent wire contract with deterministic answers. */
@NullMarked
package dev.outreach.sandbox.gemini;

import org.jspecify.annotations.NullMarked;
