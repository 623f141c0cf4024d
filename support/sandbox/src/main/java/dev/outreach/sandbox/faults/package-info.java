/** Faults that a test or a demo orders in advance. */
@NullMarked
package dev.outreach.sandbox.faults;

import org.jspecify.annotations.NullMarked;
