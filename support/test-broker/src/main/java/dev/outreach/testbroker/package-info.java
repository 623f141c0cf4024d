/** A real Kafka broker for tests. */
@NullMarked
package dev.outreach.testbroker;

import org.jspecify.annotations.NullMarked;
