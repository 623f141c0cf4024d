package dev.outreach.platforms.unipile;

import java.time.Instant;
import java.util.Optional;

/**
 * A conversation with one person.
 *
 * @param personId what Unipile calls the person
 * @param touchedAt when something was last said; empty where Unipile does not tell
 */
record Chat(String id, String personId, Optional<Instant> touchedAt) {}
