package dev.outreach.platforms.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.QuotaUsage;

/** A successful answer and what it cost. */
public record GraphAnswer(JsonNode body, QuotaUsage usage) {}
