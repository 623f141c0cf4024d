/** Tests of the table as a way in, against a real PostgreSQL and a real broker. */
@NullMarked
package dev.outreach.discovery.table;

import org.jspecify.annotations.NullMarked;
