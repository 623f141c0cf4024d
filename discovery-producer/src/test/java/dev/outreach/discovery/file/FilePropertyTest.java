package dev.outreach.discovery.file;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random files against a plain model; {@code -Dseed=…} repeats a run. */
class FilePropertyTest {

  private static final long SEED = Long.getLong("seed", new Random().nextLong());
  private static final int FILES = 60;
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
  private static final List<String> NASTY =
      List.of("plain", "with, comma", "two\nlines", "a \"quote\"", "tab\there", "ünïcödé 漢", "; |");

  private final Random random = new Random(SEED);
  private final Set<String> people = new HashSet<>();
  private long duplicates;
  private long empty;
  private long bad;

  @TempDir private Path folder;

  @Test
  void shouldCountEveryRowOnceWhateverTheLayout() throws IOException, UnreadableFile {
    for (int i = 0; i < FILES; i++) {
      int rows = random.nextInt(120);
      Path file = write(rows);

      ImportCounts counts = FileImport.plan(file, ImportOptions.standard()).counts();

      assertThat(counts.rows()).as("seed %d", SEED).isEqualTo(rows);
      assertThat(counts.profiles()).as("seed %d", SEED).isEqualTo(people.size());
      assertThat(counts.duplicates()).as("seed %d", SEED).isEqualTo(duplicates);
      assertThat(counts.withoutAccount()).as("seed %d", SEED).isEqualTo(empty);
      assertThat(counts.refusedInAll()).as("seed %d", SEED).isEqualTo(bad);
    }
  }

  private Path write(int rows) throws IOException {
    people.clear();
    duplicates = 0;
    empty = 0;
    bad = 0;
    Path file = folder.resolve("people.csv");
    try (CsvWriter writer = CsvWriter.builder().fieldSeparator(pick(SEPARATORS)).build(file)) {
      writer.writeRecord("Instagram Handle", "bio", "full_name");
      for (int row = 0; row < rows; row++) {
        writer.writeRecord(account(), pick(NASTY), pick(NASTY));
      }
    }
    return file;
  }

  private String account() {
    return switch (random.nextInt(8)) {
      case 0 -> {
        empty++;
        yield pick(List.of("", " ", "N/A", "-"));
      }
      case 1 -> {
        bad++;
        yield pick(List.of("two words", "https://www.tiktok.com/@ana", "a!b"));
      }
      default -> disguised("person" + random.nextInt(40) + ".demo");
    };
  }

  private String disguised(String handle) {
    if (!people.add(handle)) {
      duplicates++;
    }
    return pick(
        List.of(
            handle,
            "@" + handle,
            handle.toUpperCase(Locale.ROOT),
            "https://www.instagram.com/" + handle + "/?igsh=x",
            " instagram.com/" + handle + " "));
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
