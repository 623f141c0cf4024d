package dev.outreach.readmodel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The WHERE of a query, built from what a filter asks for and nothing else. */
final class Conditions {

  private final List<String> fragments = new ArrayList<>();
  private final List<@Nullable Object> values = new ArrayList<>();

  /** A condition with one parameter for each value. */
  Conditions and(String fragment, Object... parameters) {
    fragments.add(fragment);
    Collections.addAll(values, parameters);
    return this;
  }

  Conditions andWhere(boolean wanted, String fragment) {
    return wanted ? and(fragment) : this;
  }

  /** A condition that is left out where there is no value. */
  Conditions andIfGiven(String fragment, @Nullable Object value) {
    return value == null ? this : and(fragment, value);
  }

  /** A condition that is left out where nothing is chosen. */
  Conditions andIfChosen(String fragment, Set<String> choices) {
    return choices.isEmpty() ? this : and(fragment, (Object) choices.toArray(String[]::new));
  }

  String sql() {
    return String.join("\n  AND ", fragments);
  }

  List<@Nullable Object> values() {
    return new ArrayList<>(values);
  }
}
