/**
 * Stand-ins for the social platforms and Gemini that answer over HTTP and remember, on disk, what
 * they accepted.
 */
@NullMarked
package dev.outreach.sandbox;

import org.jspecify.annotations.NullMarked;
