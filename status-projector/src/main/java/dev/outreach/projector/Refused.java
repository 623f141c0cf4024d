package dev.outreach.projector;

import dev.outreach.runtime.DeadLetters;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that leaves no row.
 *
 * @param record where it stands in the log
 * @param reason stable code
 * @param cause why
 */
record Refused(ConsumerRecord<byte[], byte[]> record, DeadLetters.Reason reason, Throwable cause) {}
