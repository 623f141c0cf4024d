package dev.outreach.schemas.topics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * The schemas that were given to others and so bind us: {@code released/<version>/<topic>.avsc}.
 */
final class ReleasedSchemas {

  static final Path FOLDER = Path.of("released");

  private ReleasedSchemas() {}

  static List<Schema> of(Topic topic) throws IOException {
    try (Stream<Path> versions = Files.list(FOLDER)) {
      List<Schema> schemas = new ArrayList<>();
      for (Path version : versions.sorted().toList()) {
        Path file = version.resolve(fileName(topic));
        if (Files.exists(file)) {
          schemas.add(new Schema.Parser().parse(file.toFile()));
        }
      }
      return schemas;
    }
  }

  static String fileName(Topic topic) {
    return topic.name().substring(Topics.DEFAULT_PREFIX.length()) + ".avsc";
  }

  /** What a schema would break, by the topic's rule; empty where it may be released. */
  static List<String> broken(Topic.Compatibility rule, Schema current, List<Schema> released) {
    List<String> broken = new ArrayList<>();
    for (Schema older : released) {
      broken.addAll(unreadable("new readers of old records", current, older));
      if (rule == Topic.Compatibility.FULL_TRANSITIVE) {
        broken.addAll(unreadable("old readers of new records", older, current));
      }
    }
    return broken;
  }

  private static List<String> unreadable(String who, Schema reader, Schema writer) {
    var verdict = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    return verdict.getType() == SchemaCompatibilityType.COMPATIBLE
        ? List.of()
        : verdict.getResult().getIncompatibilities().stream()
            .map(problem -> who + ": " + problem)
            .toList();
  }
}
