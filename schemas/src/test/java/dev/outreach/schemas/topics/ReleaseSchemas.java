package dev.outreach.schemas.topics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/** Writes the current schemas as a released version: {@code ReleaseSchemas <version>}. */
final class ReleaseSchemas {

  private ReleaseSchemas() {}

  /** Refuses to overwrite a version: what was released stays. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectory(ReleasedSchemas.FOLDER.resolve(arguments[0]));
    for (Topic topic : Topics.standard().events()) {
      Schema schema = RegisteredForm.of(Objects.requireNonNull(topic.value())).rawSchema();
      Files.writeString(
          folder.resolve(ReleasedSchemas.fileName(topic)),
          SchemaFormatter.format("json/pretty", schema) + "\n");
    }
  }
}
