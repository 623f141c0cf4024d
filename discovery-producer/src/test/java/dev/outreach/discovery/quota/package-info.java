/** Tests of the count of quotas against a real PostgreSQL. */
@NullMarked
package dev.outreach.discovery.quota;

import org.jspecify.annotations.NullMarked;
