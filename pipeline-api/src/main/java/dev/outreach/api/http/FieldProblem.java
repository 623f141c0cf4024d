package dev.outreach.api.http;

/**
 * What is wrong with one field.
 *
 * @param field its name as the caller wrote it, for example {@code approvals[2].message_id}
 * @param problem what is wrong
 * @param fix what to send instead
 */
public record FieldProblem(String field, String problem, String fix) {}
