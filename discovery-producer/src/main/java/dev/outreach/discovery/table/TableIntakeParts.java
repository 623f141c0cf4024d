package dev.outreach.discovery.table;

import dev.outreach.runtime.KafkaSettings;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topics;

/** What the table's way in is made of. */
public record TableIntakeParts(
    TableIntakeSettings settings, KafkaSettings kafka, Topics topics, EventSerdes serdes) {}
