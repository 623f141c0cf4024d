package dev.outreach.discovery.file;

import dev.outreach.discovery.domain.Door;
import dev.outreach.discovery.domain.FoundPerson;
import dev.outreach.discovery.domain.RowProblem;
import dev.outreach.discovery.domain.RowReader;
import dev.outreach.discovery.domain.RowReading;
import dev.outreach.discovery.domain.SeenIds;
import dev.outreach.schemas.identity.DerivedId;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A file of people, read in one pass and in constant memory (16 bytes a person). */
final class PeopleFile implements Closeable {

  private final ImportOptions options;
  private final Door door;
  private final FileFacts facts;
  private final Rows rows;
  private final RowReader reader;
  private final SeenIds seen = new SeenIds();
  private final Tally tally = new Tally();

  private PeopleFile(ImportOptions options, Door door, FileFacts facts, Rows rows) {
    this.options = options;
    this.door = door;
    this.facts = facts;
    this.rows = rows;
    this.reader = new RowReader(options.mapping(), options.platform());
    rows.header().forEach(reader::role);
  }

  static PeopleFile open(Path file, ImportOptions options, Door door)
      throws IOException, UnreadableFile {
    FileFacts facts = FileFacts.of(file);
    BufferedReader text =
        new BufferedReader(new InputStreamReader(facts.open(file), facts.charset()));
    try {
      PeopleFile people = new PeopleFile(options, door, facts, Rows.of(text));
      people.refuseAbsentColumns();
      return people;
    } catch (IOException | UnreadableFile | RuntimeException failure) {
      text.close();
      throw failure;
    }
  }

  /** The same content read the same way is the same job. */
  String jobId() {
    return DerivedId.of(
        "file",
        options.workspaceId(),
        options.platform().orElse(""),
        options.mapping().toString(),
        facts.sha256());
  }

  String layout() {
    return rows.layout() + ", " + facts.layout();
  }

  RowReader reader() {
    return reader;
  }

  Tally tally() {
    return tally;
  }

  /** The people of the next rows that are new in this file; empty at its end. */
  Optional<List<Known>> nextRow() throws IOException, UnreadableFile {
    Optional<Rows.Row> row = rows.next();
    if (row.isEmpty()) {
      return Optional.empty();
    }
    tally.row();
    return Optional.of(people(row.get()));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  /**
   * A person new in this file.
   *
   * @param profileId the same for every source
   */
  record Known(String profileId, FoundPerson person) {}

  private List<Known> people(Rows.Row row) {
    if (row.broken().isPresent()) {
      tally.problem(new RowProblem(row.line(), "BAD_ROW", "the row " + row.broken().get(), true));
      return List.of();
    }
    RowReading reading = reader.read(row.line(), row.cells());
    reading.problems().forEach(tally::problem);
    if (!reading.namesAccount()) {
      tally.withoutAccount();
    }
    List<Known> fresh = new ArrayList<>();
    for (FoundPerson person : reading.people()) {
      String id = DerivedId.profile(options.workspaceId(), person.platform(), person.handle());
      Optional<Door.Reason> refusal =
          door.refusal(id)
              .or(() -> door.refusal(options.workspaceId(), person.details().website()));
      if (!seen.add(UUID.fromString(id))) {
        tally.duplicate();
      } else if (refusal.isPresent()) {
        tally.problem(new RowProblem(row.line(), refusal.get().name(), "is not let in", true));
      } else {
        tally.profile();
        fresh.add(new Known(id, person));
      }
    }
    return fresh;
  }

  private void refuseAbsentColumns() throws UnreadableFile {
    for (String column : options.mapping().namedColumns()) {
      if (!rows.header().isEmpty() && !rows.header().contains(column)) {
        throw new UnreadableFile(
            "--map names column %s, which the file does not have: it has %s"
                .formatted(column, String.join(", ", rows.header())));
      }
    }
  }
}
