package dev.outreach.profile.domain;

/**
 * Where a person was found.
 *
 * @param page number of the job's page, from 1; 0 where nobody told it
 */
public record JobPage(String jobId, long page) {}
