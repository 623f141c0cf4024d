package dev.outreach.discovery.file;

import dev.outreach.discovery.records.JobHead;
import dev.outreach.discovery.records.JobTotals;
import dev.outreach.schemas.JobCompleted;
import dev.outreach.schemas.JobFailed;
import dev.outreach.schemas.JobPageDone;
import dev.outreach.schemas.JobStarted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** One import from its first to its last step. */
final class ImportJob {

  private static final int CHUNK_PEOPLE = 1_000;
  private static final long CHUNK_ROWS = 10_000;

  private final PeopleFile people;
  private final JobHead head;
  private final Chunks chunks;
  private long pages;

  ImportJob(PeopleFile people, ImportOptions options, Chunks chunks) {
    this.people = people;
    this.chunks = chunks;
    this.head =
        new JobHead(
            people.jobId(),
            options.workspaceId(),
            options.platform().orElse("any"),
            "file",
            JobHead.Criteria.none(),
            options.requestedBy(),
            people.jobId());
  }

  void run(ProgressListener listener) throws IOException, UnreadableFile {
    store(List.of(), new JobStarted("Reads a file " + people.layout()));
    List<PeopleFile.Known> chunk = new ArrayList<>();
    try {
      boolean more = true;
      while (more) {
        chunk.clear();
        ImportCounts before = people.tally().counts();
        more = read(chunk);
        pages++;
        store(chunk, pageDone(people.tally().counts().since(before)));
        listener.progressed(people.tally().counts());
      }
    } catch (UnreadableFile broken) {
      // What was read of the last chunk is counted already, so it is stored too.
      store(chunk, new JobFailed("UNREADABLE_FILE", String.valueOf(broken.getMessage())));
      throw broken;
    }
    ImportCounts counts = people.tally().counts();
    String note =
        "%d rows, %d of them without an account".formatted(counts.rows(), counts.withoutAccount());
    store(List.of(), new JobCompleted(note));
  }

  private JobPageDone pageDone(ImportCounts part) {
    return JobPageDone.newBuilder()
        .setPage(pages)
        .setFound(part.profiles())
        .setDuplicates(part.duplicates())
        .setRefusedByReason(part.refused())
        .build();
  }

  /** Fills a chunk; false at the end of the file. */
  private boolean read(List<PeopleFile.Known> chunk) throws IOException, UnreadableFile {
    for (long row = 0; row < CHUNK_ROWS && chunk.size() < CHUNK_PEOPLE; row++) {
      Optional<List<PeopleFile.Known>> next = people.nextRow();
      if (next.isEmpty()) {
        return false;
      }
      chunk.addAll(next.get());
    }
    return true;
  }

  private void store(List<PeopleFile.Known> chunk, SpecificRecord step) {
    ImportCounts counts = people.tally().counts();
    JobTotals totals =
        new JobTotals(counts.profiles(), counts.duplicates(), counts.refused(), pages);
    chunks.store(head, totals, chunk, step);
  }
}
