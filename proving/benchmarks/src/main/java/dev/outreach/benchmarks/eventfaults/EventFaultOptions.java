package dev.outreach.benchmarks.eventfaults;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How big a run is.
 *
 * @param events how many
 * @param rate how many a second at most
 * @param faults how many
 * @param pace from fault to fault
 * @param reads how many looks at the counts at least
 * @param seed repeats events and faults
 * @param folder for data and logs
 */
public record EventFaultOptions(
    long events, int rate, int faults, Duration pace, long reads, long seed, Path folder) {}
