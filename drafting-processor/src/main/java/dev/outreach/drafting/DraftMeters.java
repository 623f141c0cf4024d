package dev.outreach.drafting;

import dev.outreach.drafting.domain.Draft;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts drafts and what they cost. Thread-safe. */
final class DraftMeters {

  private final MeterRegistry meters;

  DraftMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  void count(Draft draft) {
    switch (draft) {
      case Draft.Written written -> outcome(written.drafter(), "WRITTEN").increment();
      case Draft.Refused refused -> outcome("none", refused.code().name()).increment();
    }
    counter("outreach.draft.cost.micros", "Millionths of a US dollar spent")
        .increment((double) draft.usage().costMicros());
    counter("outreach.draft.tokens.input", "Tokens read")
        .increment((double) draft.usage().inputTokens());
    counter("outreach.draft.tokens.output", "Tokens written")
        .increment((double) draft.usage().outputTokens());
  }

  private Counter outcome(String drafter, String outcome) {
    return Counter.builder("outreach.drafts")
        .description("Draft tasks done")
        .tags("drafter", drafter, "outcome", outcome)
        .register(meters);
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(meters);
  }
}
