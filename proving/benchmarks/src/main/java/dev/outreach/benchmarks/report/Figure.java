package dev.outreach.benchmarks.report;

/**
 * One measured figure.
 *
 * @param name lower case words
 * @param unit empty for a plain count
 */
public record Figure(String name, double value, String unit) {

  /** A plain count. */
  public static Figure count(String name, long value) {
    return new Figure(name, value, "");
  }

  /** The value as people read it: whole numbers without a point. */
  String text() {
    boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return isWhole
        ? Long.toString((long) value)
        : String.format(java.util.Locale.ROOT, "%.2f", value);
  }
}
