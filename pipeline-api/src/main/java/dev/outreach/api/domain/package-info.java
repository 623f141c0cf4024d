/** What inbound messages are and how stages are named: pure functions and data. */
@NullMarked
package dev.outreach.api.domain;

import org.jspecify.annotations.NullMarked;
