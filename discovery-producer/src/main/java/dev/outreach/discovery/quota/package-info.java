/** The count of what our accounts have spent of the platforms' quotas, in PostgreSQL. */
@NullMarked
package dev.outreach.discovery.quota;

import org.jspecify.annotations.NullMarked;
