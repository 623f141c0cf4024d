package dev.outreach.profile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's consent to a sending.
 *
 * @param orderId id of the order to the sender that followed from it
 * @param at when
 * @param by whose; null once it is forgotten
 */
public record Approval(String orderId, Instant at, @Nullable String by) {}
