package dev.outreach.sending.ledger;

import dev.outreach.sending.domain.Task;
import org.apache.kafka.common.TopicPartition;

/** A task, and where in the log it stands. */
public record Placed(Task task, TopicPartition partition, long offset) {}
