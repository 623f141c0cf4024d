/**
 * What the messaging of all simulated platforms has in common: who wrote when, and what was said.
 */
@NullMarked
package dev.outreach.sandbox.conversations;

import org.jspecify.annotations.NullMarked;
