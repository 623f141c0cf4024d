package dev.outreach.discovery.domain;

/**
 * What is wrong with a row.
 *
 * @param line where the row begins, 1 for the first line of the file
 * @param code stable code, for example BAD_HANDLE
 * @param reason names the column, the problem and the fix, never the value
 * @param refused true where a person was not taken over; false where only a figure was left out
 */
public record RowProblem(long line, String code, String reason, boolean refused) {}
