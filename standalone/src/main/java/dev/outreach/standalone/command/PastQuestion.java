package dev.outreach.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.api.http.Json;
import dev.outreach.api.http.PastTime;
import dev.outreach.api.status.PastStatus;
import dev.outreach.api.status.StatusView;
import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.Settings;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.standalone.stack.Databases;
import dev.outreach.standalone.stack.TopicSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Asks the log what the status was, however long the log is, and tells how far it is. */
final class PastQuestion {

  private static final String AT = "--at";

  private final Settings settings;
  private final PrintWriter progress;

  PastQuestion(Settings settings, PrintWriter progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Reads a time.
   *
   * @throws InvalidSetting where it is none, or not from 1970 until now
   */
  static Instant timeOf(String text) {
    return switch (PastTime.of(text, Clock.systemUTC().instant())) {
      case PastTime.Known(Instant time) -> time;
      case PastTime.Flawed(String problem, String fix) ->
          throw new InvalidSetting(AT, problem + ": " + fix);
    };
  }

  /** The answer in the form of the API. */
  JsonNode answer(String workspace, Instant at) throws IOException {
    KafkaSettings kafka = KafkaSettings.of(settings);
    try (HikariDataSource database = Databases.ofOperator(settings)) {
      PastStatus past =
          new PastStatus(
              TopicSettings.of(settings).profileEvents(),
              EventSerdes.of(Databases.registryUrl(settings)),
              () -> new KafkaConsumer<>(kafka.looseConsumer("status-at")),
              database);
      AtomicLong said = new AtomicLong();
      StatusView view =
          StatusView.of(
              workspace, past.at(workspace, at, (done, all) -> tell(said, done, all)), at);
      return new ObjectMapper().readTree(Json.bytes(view));
    }
  }

  private void tell(AtomicLong said, long done, long all) {
    long percent = all == 0 ? 100 : done * 100 / all;
    if (percent >= said.get() + 10 && done < all) {
      said.set(percent);
      progress.printf("  %,d of %,d events read (%d %%)%n", done, all, percent);
    }
  }
}
