package dev.outreach.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/discovery-tests.md} names tests that exist, for every platform and error kind. */
class DiscoveryTestsDocumentTest {

  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final List<String> TESTED =
      List.of(
          "discovery-producer",
          "pipeline-api",
          "support/platforms",
          "proving/system-tests",
          "proving/benchmarks");
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+(?:Test|IT))`");

  private final String document = read(ROOT.resolve("docs/discovery-tests.md"));
  private final List<List<String>> rows =
      document
          .lines()
          .filter(line -> line.startsWith("|") && !line.startsWith("|---"))
          .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
          .toList();

  @Test
  void shouldNameOnlyTestsThatExist() throws IOException {
    Set<String> existing = new HashSet<>();
    for (String module : TESTED) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        files.map(file -> file.getFileName().toString()).forEach(existing::add);
      }
    }

    assertThat(named(document))
        .isNotEmpty()
        .allSatisfy(test -> assertThat(existing).contains(test + ".java"));
  }

  @Test
  void shouldHaveARowForEveryErrorKindAndACellForEveryPlatform() {
    assertThat(rows)
        .extracting(row -> row.get(1))
        .contains("search", "enrich", "paging", "quota", "refresh")
        .containsAll(kinds());
    assertThat(rows.subList(1, rows.size()))
        .allSatisfy(
            row -> {
              assertThat(row).hasSameSizeAs(rows.getFirst());
              assertThat(row.subList(2, row.size() - 1))
                  .allMatch(cell -> cell.equals("–") || !named(cell).isEmpty());
            });
  }

  private static List<String> kinds() {
    ErrorCode none = ErrorCode.ofStatus(0);
    return Stream.of(
            new PlatformFailure.Auth(none),
            new PlatformFailure.Permission(none),
            new PlatformFailure.RateLimit(none, Optional.empty()),
            new PlatformFailure.WindowClosed(none),
            new PlatformFailure.RecipientUnreachable(none),
            new PlatformFailure.PolicyBlock(none),
            new PlatformFailure.Invalid(none),
            new PlatformFailure.NotFound(none),
            new PlatformFailure.Transient(none),
            new PlatformFailure.AmbiguousSend(none))
        .map(PlatformFailure::kind)
        .toList();
  }

  private static Set<String> named(String text) {
    return CLASS.matcher(text).results().map(result -> result.group(1)).collect(Collectors.toSet());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
