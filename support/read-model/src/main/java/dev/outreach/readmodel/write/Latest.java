package dev.outreach.readmodel.write;

import java.time.Instant;

/**
 * A row as it stands after a batch.
 *
 * @param row its newest state
 * @param since when the first event of the batch about it happened; kept where the row is new
 * @param oldest the lowest version the batch has of it
 */
public record Latest<R>(R row, Instant since, long oldest) {}
