/** The invented people who populate the simulated platforms. */
@NullMarked
package dev.outreach.sandbox.people;

import org.jspecify.annotations.NullMarked;
