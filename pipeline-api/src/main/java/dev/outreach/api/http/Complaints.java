package dev.outreach.api.http;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a request, so that a caller learns all of it at once. */
final class Complaints {

  private final List<FieldProblem> found = new ArrayList<>();

  void add(String field, String problem, String fix) {
    found.add(new FieldProblem(field, problem, fix));
  }

  /**
   * Refuses the request where anything was wrong with it.
   *
   * @throws ProblemException naming every field at fault
   */
  void refuseIfAny() {
    if (!found.isEmpty()) {
      throw Problem.invalid(found).thrown();
    }
  }
}
