package dev.outreach.discovery.file;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.outreach.discovery.domain.ColumnMapping;
import dev.outreach.discovery.domain.FoundPerson;
import dev.outreach.discovery.domain.RowProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportPlanTest {

  private static final Path DEMO =
      Path.of("..", "standalone", "src", "main", "resources", "demo", "people.csv");

  @TempDir private Path folder;

  @Test
  void shouldCountTheShippedList() throws IOException, UnreadableFile {
    ImportPlan plan = FileImport.plan(DEMO, ImportOptions.standard());

    assertThat(plan.counts())
        .isEqualTo(
            new ImportCounts(
                40, 63, 4, 3, Map.of("BAD_HANDLE", 1L, "BAD_ROW", 1L), Map.of("BAD_FIGURE", 1L)));
    assertThat(plan.problems())
        .extracting(RowProblem::line, RowProblem::code)
        .containsExactly(tuple(36L, "BAD_HANDLE"), tuple(37L, "BAD_FIGURE"), tuple(41L, "BAD_ROW"));
    assertThat(plan.firstPeople()).hasSize(10);
  }

  @Test
  void shouldShowWhatEachColumnIsTakenFor() throws IOException, UnreadableFile {
    ImportPlan plan = plan("Name,ig,shoe size\nAna,ana.demo,38\n");

    assertThat(plan.columns())
        .containsExactly(
            Map.entry("Name", "full_name"),
            Map.entry("ig", "instagram_username"),
            Map.entry("shoe size", ""));
    assertThat(plan.layout()).isEqualTo("separated by ,, UTF-8");
  }

  @Test
  void shouldReadTheExampleOfTheHelpText() throws IOException, UnreadableFile {
    Path file =
        write("full_name,instagram_username,facebook_username\nAna,ana.demo,ana.fb\n", UTF_8);
    ImportOptions options =
        new ImportOptions(
            "default",
            Optional.of("instagram"),
            ColumnMapping.parse("username=instagram_username,full_name=full_name"),
            "ana");

    assertThat(FileImport.plan(file, options).firstPeople())
        .extracting(FoundPerson::platform, FoundPerson::handle)
        .containsExactly(tuple("instagram", "ana.demo"));
  }

  @Test
  void shouldRefuseAMappingOfAColumnThatIsNotThere() throws IOException {
    Path file = write("a,b\n1,2\n", UTF_8);
    ImportOptions options =
        new ImportOptions(
            "default", Optional.empty(), ColumnMapping.parse("instagram_username=c"), "ana");

    assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(() -> FileImport.plan(file, options))
        .withMessage("--map names column c, which the file does not have: it has a, b");
  }

  @Test
  void shouldCountLinesAcrossQuotedLineBreaks() throws IOException, UnreadableFile {
    ImportPlan plan = plan("ig,bio\nana.demo,\"one\r\ntwo\n\nthree\"\n\nbad handle,x\n");

    assertThat(plan.problems()).extracting(RowProblem::line).containsExactly(7L);
    assertThat(plan.firstPeople())
        .singleElement()
        .satisfies(person -> assertThat(person.details().bio()).isEqualTo("one\r\ntwo\n\nthree"));
  }

  @Test
  void shouldReadEveryUsualEncoding() throws IOException, UnreadableFile {
    String text = "full_name;ig\nJosé Açaí €;jose.demo\n";

    for (Charset charset : new Charset[] {UTF_8, Charset.forName("windows-1252")}) {
      assertThat(names(write(text, charset))).as(charset.name()).isEqualTo("José Açaí €");
    }
    for (Charset charset : new Charset[] {UTF_8, UTF_16LE, Charset.forName("UTF-16BE")}) {
      assertThat(names(write("\ufeff" + text, charset)))
          .as("%s with byte order mark", charset)
          .isEqualTo("José Açaí €");
    }
  }

  @Test
  void shouldReadTabsGzipAndJsonLines() throws IOException, UnreadableFile {
    assertThat(plan("full_name\tig\nAna, B.\tana.demo\n").counts().profiles()).isEqualTo(1);
    ImportPlan json =
        plan(
            "{\"instagram\":\"ana.demo\",\"followers\":1200}\n\n[1]\n{\"ig\":\"ANA.demo\"}\n{oops\n");
    assertThat(json.counts())
        .isEqualTo(new ImportCounts(4, 1, 1, 0, Map.of("BAD_ROW", 2L), Map.of()));
    assertThat(json.problems()).extracting(RowProblem::line).containsExactly(3L, 5L);

    Path plain = write("ig\nana.demo\n", UTF_8);
    Path packed = folder.resolve("people.csv.gz");
    try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(plain, gzip);
    }
    assertThat(FileImport.plan(packed, ImportOptions.standard()).jobId())
        .isEqualTo(FileImport.plan(plain, ImportOptions.standard()).jobId());
  }

  @Test
  void shouldBeTheSameJobOnlyForTheSameContentAndOptions() throws IOException, UnreadableFile {
    String job = plan("ig\nana.demo\n").jobId();

    assertThat(plan("ig\nana.demo\n").jobId()).isEqualTo(job);
    assertThat(plan("ig\nana.demo \n").jobId()).isNotEqualTo(job);
    ImportOptions other =
        new ImportOptions("other", Optional.empty(), ColumnMapping.recognised(), "ana");
    assertThat(FileImport.plan(write("ig\nana.demo\n", UTF_8), other).jobId()).isNotEqualTo(job);
  }

  @Test
  void shouldSayWhereAFileStopsBeingReadable() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("ig,bio\nana.demo,fine\nben.demo,\"never closed\n".getBytes(UTF_8));
    for (int i = 0; i < 200_000; i++) {
      bytes.write("somebody.demo,x\n".getBytes(UTF_8));
    }
    Path file = Files.write(folder.resolve("broken.csv"), bytes.toByteArray());

    assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(() -> FileImport.plan(file, ImportOptions.standard()))
        .withMessageContaining("after line 2");
    assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(() -> plan(""))
        .withMessageContaining("empty");
  }

  private ImportPlan plan(String text) throws IOException, UnreadableFile {
    return FileImport.plan(write(text, UTF_8), ImportOptions.standard());
  }

  private Path write(String text, Charset charset) throws IOException {
    return Files.write(folder.resolve("people.csv"), text.getBytes(charset));
  }

  private static String names(Path file) throws IOException, UnreadableFile {
    return FileImport.plan(file, ImportOptions.standard()).firstPeople().stream()
        .map(person -> String.valueOf(person.details().fullName()))
        .reduce("", String::concat);
  }
}
