package dev.outreach.discovery;

import dev.outreach.discovery.domain.Door;
import dev.outreach.discovery.domain.JobRequest;
import dev.outreach.platforms.Discovery;

/**
 * What a job works with.
 *
 * @param discovery the platform it asks
 * @param door whom it does not let in
 */
record JobParts(JobRequest request, Discovery discovery, Door door) {}
