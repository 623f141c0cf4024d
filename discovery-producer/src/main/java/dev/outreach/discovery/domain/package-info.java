/** What a found person, a job and a file's columns are: pure, without Kafka, files or HTTP. */
@NullMarked
package dev.outreach.discovery.domain;

import org.jspecify.annotations.NullMarked;
