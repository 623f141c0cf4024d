package dev.outreach.sandbox.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** One JSON object per line. */
final class LedgerFormat {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private LedgerFormat() {}

  static ByteBuffer lines(List<Recorded> entries) {
    StringBuilder lines = new StringBuilder();
    entries.forEach(recorded -> lines.append(line(recorded)).append('\n'));
    return StandardCharsets.UTF_8.encode(lines.toString());
  }

  private static String line(Recorded recorded) {
    try {
      return MAPPER.writeValueAsString(recorded);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Reads the whole lines of the file and cuts off what follows the last line end. */
  static List<Recorded> readAll(Path path) throws IOException {
    if (!Files.exists(path)) {
      return List.of();
    }
    byte[] bytes = Files.readAllBytes(path);
    List<Recorded> entries = new ArrayList<>();
    int start = 0;
    for (int end = 0; end < bytes.length; end++) {
      if (bytes[end] == '\n') {
        entries.add(parse(path, entries.size() + 1, ByteBuffer.wrap(bytes, start, end - start)));
        start = end + 1;
      }
    }
    cutAt(path, start, bytes.length);
    return entries;
  }

  private static Recorded parse(Path path, int lineNumber, ByteBuffer line) throws IOException {
    String text = StandardCharsets.UTF_8.decode(line).toString();
    try {
      return MAPPER.readValue(text, Recorded.class);
    } catch (JsonProcessingException broken) {
      throw new IOException(
          "%s line %d is not a ledger entry; move the file away to start anew"
              .formatted(path, lineNumber),
          broken);
    }
  }

  private static void cutAt(Path path, int length, int found) throws IOException {
    if (length < found) {
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
        channel.truncate(length);
      }
    }
  }
}
