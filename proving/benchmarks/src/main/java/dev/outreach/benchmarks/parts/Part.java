package dev.outreach.benchmarks.parts;

import dev.outreach.runtime.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;

/** What a process of its own can be. */
public enum Part {
  /** The product's profile-processor. */
  PROFILE_PROCESSOR,
  /** The product's status-projector. */
  STATUS_PROJECTOR,
  /** The product's rebuild; ends by itself. */
  REBUILD,
  /** A Streams topology that copies profile events from topic to topic and does nothing else. */
  COPY,
  /** A consumer that upserts one row at a time and recounts all of them once a second. */
  SINGLE_UPSERTS,
  /** Debezium's JDBC sink connector, set up as it comes. */
  DEBEZIUM_SINK,
  /** Debezium's JDBC sink connector, set up to be as fast as it can. */
  DEBEZIUM_SINK_AT_ITS_FASTEST;

  /** Runs it until the input ends; says on the output when it is up. */
  public void run(Settings settings, Clock clock, InputStream input, PrintStream output)
      throws IOException {
    switch (this) {
      case PROFILE_PROCESSOR -> Parts.profileProcessor(settings, input, output);
      case STATUS_PROJECTOR -> Parts.statusProjector(settings, clock, input, output);
      case REBUILD -> RebuildPart.run(settings, clock, output);
      case COPY -> CopyPart.run(settings, input, output);
      case SINGLE_UPSERTS -> SingleUpserts.run(settings, input, output);
      case DEBEZIUM_SINK ->
          DebeziumSink.run(DebeziumSink.Setup.AS_IT_COMES, settings, input, output);
      case DEBEZIUM_SINK_AT_ITS_FASTEST ->
          DebeziumSink.run(DebeziumSink.Setup.AT_ITS_FASTEST, settings, input, output);
    }
  }
}
