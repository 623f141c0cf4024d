/** Code that breaks every rule, so that the rules are known to catch it. */
@NullMarked
package dev.outreach.systemtests.planted;

import org.jspecify.annotations.NullMarked;
