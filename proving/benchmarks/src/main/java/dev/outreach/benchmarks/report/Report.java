package dev.outreach.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one run found. Not thread-safe.
 *
 * <p>Parameters are what somebody needs to run it again, the seed among them.
 */
public final class Report {

  private final String name;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final List<Figure> figures = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** An empty report. */
  public Report(String name) {
    this.name = name;
  }

  /** Adds what the run was told. */
  public Report with(String parameter, Object value) {
    parameters.put(parameter, value.toString());
    return this;
  }

  /** Adds a figure. */
  public Report figure(String figure, double value, String unit) {
    figures.add(new Figure(figure, value, unit));
    return this;
  }

  /** Adds a count. */
  public Report count(String figure, long value) {
    figures.add(Figure.count(figure, value));
    return this;
  }

  /** Adds what had to hold. */
  public Report check(String sentence, boolean holds, String detail) {
    checks.add(new Check(sentence, holds, detail));
    return this;
  }

  /** Adds a remark. */
  public Report note(String text) {
    notes.add(text);
    return this;
  }

  /** Which benchmark it was. */
  public String name() {
    return name;
  }

  Map<String, String> parameters() {
    return parameters;
  }

  /** The figures in the order they were added. */
  public List<Figure> figures() {
    return List.copyOf(figures);
  }

  /** The checks in the order they were added. */
  public List<Check> checks() {
    return List.copyOf(checks);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Whether everything held. */
  public boolean holds() {
    return checks.stream().allMatch(Check::holds);
  }

  /**
   * A figure by its name.
   *
   * @throws IllegalArgumentException where there is none of that name
   */
  public double value(String figure) {
    return figures.stream()
        .filter(known -> known.name().equals(figure))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no figure is called " + figure))
        .value();
  }
}
