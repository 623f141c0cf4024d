package dev.outreach.benchmarks.report;

/**
 * Something a run had to show.
 *
 * @param sentence what must hold
 * @param holds whether it did
 * @param detail what was seen
 */
public record Check(String sentence, boolean holds, String detail) {}
