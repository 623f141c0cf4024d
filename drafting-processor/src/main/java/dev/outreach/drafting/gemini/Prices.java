package dev.outreach.drafting.gemini;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What tokens cost, from the dated table {@code prices.csv}: US dollars per million tokens, which
 * is the same number as millionths of a dollar per token. Thread-safe.
 */
public final class Prices {

  private final List<Price> table;

  private record Price(
      String model, LocalDate from, BigDecimal input, BigDecimal cached, BigDecimal output) {

    BigDecimal of(Tokens tokens) {
      return input
          .multiply(BigDecimal.valueOf(Math.max(0, tokens.input() - tokens.cached())))
          .add(cached.multiply(BigDecimal.valueOf(tokens.cached())))
          .add(output.multiply(BigDecimal.valueOf(tokens.output())));
    }
  }

  private Prices(List<Price> table) {
    this.table = List.copyOf(table);
  }

  /** The table that comes with the product. */
  public static Prices ofProduct() {
    try (InputStream file = Prices.class.getResourceAsStream("/prices.csv")) {
      if (file == null) {
        throw new IllegalStateException("prices.csv is missing");
      }
      try (CsvReader<NamedCsvRecord> rows =
          CsvReader.builder()
              .ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
        return new Prices(rows.stream().map(Prices::price).toList());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("prices.csv cannot be read", failure);
    }
  }

  /**
   * The cost in millionths of a US dollar, rounded up. A model that is not in the table costs as
   * much as the dearest that is, so that a budget is never overrun for want of a row.
   */
  long costMicros(String model, LocalDate day, Tokens tokens) {
    BigDecimal cost =
        table.stream()
            .filter(price -> price.model().equals(model) && !price.from().isAfter(day))
            .max(Comparator.comparing(Price::from))
            .map(price -> price.of(tokens))
            .orElseGet(() -> dearest(tokens));
    return cost.setScale(0, RoundingMode.CEILING).longValueExact();
  }

  private BigDecimal dearest(Tokens tokens) {
    return table.stream()
        .map(price -> price.of(tokens))
        .max(Comparator.naturalOrder())
        .orElseThrow(() -> new IllegalStateException("prices.csv is empty"));
  }

  private static Price price(NamedCsvRecord row) {
    return new Price(
        row.getField("model"),
        LocalDate.parse(row.getField("from")),
        new BigDecimal(row.getField("input")),
        new BigDecimal(row.getField("cached_input")),
        new BigDecimal(row.getField("output")));
  }
}
