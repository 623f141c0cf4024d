/** What any app of ours needs to run, and nothing of our business. */
@NullMarked
package dev.outreach.runtime;

import org.jspecify.annotations.NullMarked;
