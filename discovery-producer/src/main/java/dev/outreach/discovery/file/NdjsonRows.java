package dev.outreach.discovery.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.LineNumberReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One JSON object on each line. */
final class NdjsonRows implements Rows {

  private final LineNumberReader lines;
  private final ObjectMapper json =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  NdjsonRows(Reader text) {
    this.lines = new LineNumberReader(text);
  }

  @Override
  public Optional<Row> next() throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        return Optional.of(row(line));
      }
    }
    return Optional.empty();
  }

  @Override
  public List<String> header() {
    return List.of();
  }

  @Override
  public String layout() {
    return "one JSON object per line";
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  /** A number as it is: with three digits after its point it would be read as thousands. */
  private static String text(JsonNode value) {
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      return value.asText();
    }
    BigDecimal number = value.decimalValue();
    return (number.scale() == 3 ? number.setScale(4) : number).toPlainString();
  }

  private Row row(String line) {
    int number = lines.getLineNumber();
    try {
      JsonNode object = json.readTree(line);
      if (!object.isObject()) {
        return new Row(
            number, Map.of(), Optional.of("is no JSON object: write one object on each line"));
      }
      Map<String, String> cells = new LinkedHashMap<>();
      object
          .propertyStream()
          .filter(property -> property.getValue().isValueNode())
          .filter(property -> !property.getValue().isNull())
          .forEach(property -> cells.put(property.getKey(), text(property.getValue())));
      return new Row(number, cells, Optional.empty());
    } catch (JacksonException _) {
      return new Row(number, Map.of(), Optional.of("is no JSON: write one object on each line"));
    }
  }
}
