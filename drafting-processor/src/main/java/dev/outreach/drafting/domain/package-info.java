/** What makes a good draft, what stops a bad one, and what it may cost: pure code. */
@NullMarked
package dev.outreach.drafting.domain;

import org.jspecify.annotations.NullMarked;
