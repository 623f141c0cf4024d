package dev.outreach.profile.domain;

import java.time.Instant;

/**
 * What every input carries.
 *
 * @param id the same id is the same thing
 * @param workspaceId whose person this is
 * @param profileId the person
 * @param occurredAt when it happened: the only clock there is here
 * @param correlationId follows one request through the pipeline
 * @param actor who caused it
 */
public record Envelope(
    String id,
    String workspaceId,
    String profileId,
    Instant occurredAt,
    String correlationId,
    Actor actor) {}
