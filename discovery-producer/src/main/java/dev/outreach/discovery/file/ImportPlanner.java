package dev.outreach.discovery.file;

import dev.outreach.discovery.domain.ColumnRole;
import dev.outreach.discovery.domain.Door;
import dev.outreach.discovery.domain.FoundPerson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a whole file without publishing anything. */
final class ImportPlanner {

  private static final int FIRST_PEOPLE = 10;

  private ImportPlanner() {}

  static ImportPlan plan(Path file, ImportOptions options) throws IOException, UnreadableFile {
    try (PeopleFile people = PeopleFile.open(file, options, new Door())) {
      List<FoundPerson> first = new ArrayList<>();
      Optional<List<PeopleFile.Known>> row = people.nextRow();
      while (row.isPresent()) {
        row.get().stream()
            .limit(FIRST_PEOPLE - first.size())
            .map(PeopleFile.Known::person)
            .forEach(first::add);
        row = people.nextRow();
      }
      return new ImportPlan(
          people.jobId(),
          people.layout(),
          columns(people.reader().columns()),
          first,
          people.tally().problems(),
          people.tally().counts());
    }
  }

  private static Map<String, String> columns(Map<String, ColumnRole> roles) {
    Map<String, String> columns = new LinkedHashMap<>();
    roles.forEach((column, role) -> columns.put(column, role.key()));
    return columns;
  }
}
