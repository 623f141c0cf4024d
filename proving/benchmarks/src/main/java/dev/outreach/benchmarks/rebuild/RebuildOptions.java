package dev.outreach.benchmarks.rebuild;

import java.nio.file.Path;

/**
 * How big a run is.
 *
 * @param people in the log
 * @param steps of the funnel they have taken, 1 to 4
 * @param partitions of the log
 * @param folder for data and logs
 */
public record RebuildOptions(int people, int steps, int partitions, Path folder) {}
