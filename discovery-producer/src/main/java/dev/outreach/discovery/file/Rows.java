package dev.outreach.discovery.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a file, read one by one. */
interface Rows extends Closeable {

  /**
   * A row, or why it is none.
   *
   * @param line where it begins, 1 for the first line of the file
   * @param cells by column name, in file order
   * @param broken what is wrong with it as a row
   */
  record Row(long line, Map<String, String> cells, Optional<String> broken) {}

  /** The next row; empty at the end. */
  Optional<Row> next() throws IOException, UnreadableFile;

  /** The columns known before the first row is read. */
  List<String> header();

  /** What kind of file it is, in words. */
  String layout();

  /** Rows of either kind of file, told apart by the first character. */
  static Rows of(Reader text) throws IOException, UnreadableFile {
    text.mark(1);
    int first = text.read();
    text.reset();
    return first == '{' ? new NdjsonRows(text) : CsvRows.open(text);
  }
}
