package dev.outreach.discovery.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values between separators; the first row names the columns. */
final class CsvRows implements Rows {

  private static final int LONGEST_HEADER = 64 * 1024;
  private static final int LONGEST_FIELD = 1024 * 1024;
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private final CloseableIterator<CsvRecord> records;
  private final char separator;
  private final List<String> header;
  private long lastLine = 1;

  private CsvRows(CloseableIterator<CsvRecord> records, char separator) throws UnreadableFile {
    this.records = records;
    this.separator = separator;
    this.header =
        nextRecord()
            .map(record -> record.getFields().stream().map(String::strip).toList())
            .orElseThrow(
                () -> new UnreadableFile("The file is empty: its first line names the columns"));
  }

  static CsvRows open(Reader text) throws IOException, UnreadableFile {
    char separator = separator(text);
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(LONGEST_FIELD)
            .ofCsvRecord(text);
    return new CsvRows(reader.iterator(), separator);
  }

  @Override
  public Optional<Row> next() throws IOException, UnreadableFile {
    return nextRecord().map(this::row);
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public String layout() {
    return separator == '\t' ? "tab-separated" : "separated by " + separator;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  private Optional<CsvRecord> nextRecord() throws UnreadableFile {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CsvRecord record = records.next();
      lastLine = record.getStartingLineNumber();
      return Optional.of(record);
    } catch (CsvParseException | UncheckedIOException broken) {
      // FastCSV cannot go on after this: a quote that never ends swallows the rest of the file.
      throw new UnreadableFile(
          "The file cannot be read after line %d: look for a quote (\") without its partner"
              .formatted(lastLine),
          broken);
    }
  }

  private Row row(CsvRecord record) {
    Map<String, String> cells = new LinkedHashMap<>();
    int fields = record.getFieldCount();
    for (int i = 0; i < Math.min(fields, header.size()); i++) {
      cells.putIfAbsent(header.get(i), record.getField(i));
    }
    return new Row(
        record.getStartingLineNumber(),
        cells,
        // Even a blank value too many is a sign that a separator inside a value shifted the others.
        fields > header.size()
            ? Optional.of(
                "has %d values for %d columns: put values that contain a %s in quotes"
                    .formatted(fields, header.size(), separator == '\t' ? "tab" : separator))
            : Optional.empty());
  }

  /** The separator that the header has most of, outside quotes. */
  private static char separator(Reader text) throws IOException {
    text.mark(LONGEST_HEADER);
    int[] counts = new int[SEPARATORS.length];
    boolean quoted = false;
    for (int i = 0; i < LONGEST_HEADER - 1; i++) {
      int character = text.read();
      if (character < 0 || (character == '\n' && !quoted)) {
        break;
      }
      quoted ^= character == '"';
      for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
        counts[s] += character == SEPARATORS[s] ? 1 : 0;
      }
    }
    text.reset();
    int best = 0;
    for (int s = 1; s < SEPARATORS.length; s++) {
      best = counts[s] > counts[best] ? s : best;
    }
    return SEPARATORS[best];
  }
}
