/**
 * The servers behind the single-process default: Kafka, PostgreSQL and the schema registry on
 * loopback, in one folder.
 */
@NullMarked
package dev.outreach.standalone.embedded;

import org.jspecify.annotations.NullMarked;
