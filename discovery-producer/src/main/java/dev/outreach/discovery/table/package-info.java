/**
 * The table as a way in: rows of {@code social_discovery_requests} are captured from PostgreSQL's
 * log and published as requests, each once.
 */
@NullMarked
package dev.outreach.discovery.table;

import org.jspecify.annotations.NullMarked;
