package dev.outreach.drafting;

import dev.outreach.drafting.domain.Budget;
import dev.outreach.drafting.domain.BudgetLimits;
import dev.outreach.drafting.domain.DraftWriter;
import dev.outreach.drafting.domain.Drafter;
import dev.outreach.drafting.domain.RecentDrafts;
import dev.outreach.drafting.gemini.GeminiDrafter;
import dev.outreach.drafting.gemini.Prices;
import dev.outreach.drafting.prompts.PromptLibrary;
import dev.outreach.drafting.template.TemplateDrafter;
import dev.outreach.runtime.App;
import dev.outreach.runtime.DeadLetters;
import dev.outreach.runtime.Health;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.RecordReader;
import dev.outreach.runtime.WholeTopics;
import dev.outreach.runtime.slowtask.KafkaClients;
import dev.outreach.runtime.slowtask.SlowTaskConsumer;
import dev.outreach.runtime.slowtask.SlowTaskSettings;
import dev.outreach.schemas.DraftTask;
import dev.outreach.schemas.RefusedPerson;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Draft tasks in, draft results out: by Gemini where a key is configured, by templates where not.
 * Runs in any number of instances, each with a name of its own.
 */
public final class DraftingProcessorApp implements App {

  private static final int REMEMBERED_DRAFTS = 500;

  private final RefusedPeople refused;
  private final SlowTaskConsumer consumer;
  private final Optional<GeminiDrafter> gemini;

  /** Where the app runs. */
  public record Surroundings(
      KafkaSettings kafka, EventSerdes serdes, Topics topics, Clock clock, MeterRegistry meters) {}

  /** Not started yet. */
  public DraftingProcessorApp(DraftingSettings settings, Surroundings surroundings) {
    Clock clock = surroundings.clock();
    this.gemini =
        settings
            .gemini()
            .map(configured -> new GeminiDrafter(configured, Prices.ofProduct(), clock));
    this.refused = refusedPeople(surroundings);
    this.consumer =
        new SlowTaskConsumer(
            pace(settings, surroundings),
            handler(writer(settings, gemini, clock), settings, surroundings, refused),
            KafkaClients.of(surroundings.kafka(), Topics.DRAFTING_PROCESSOR, settings.instance()),
            surroundings.meters());
  }

  @Override
  public String name() {
    return consumer.name();
  }

  @Override
  public void start() {
    refused.start();
    consumer.start();
  }

  @Override
  public Health health() {
    return consumer.health();
  }

  @Override
  public void close() {
    consumer.close();
    refused.close();
    gemini.ifPresent(GeminiDrafter::close);
  }

  private static SlowTaskSettings pace(DraftingSettings settings, Surroundings surroundings) {
    Topics topics = surroundings.topics();
    String app = Topics.DRAFTING_PROCESSOR;
    DeadLetters deadLetters =
        new DeadLetters(app, topics.deadLettersOf(app).name(), surroundings.meters());
    return SlowTaskSettings.standard(
            app, List.of(topics.draftTasks().name()), deadLetters, surroundings.clock())
        .withInFlight(settings.inFlight());
  }

  private static DraftWriter writer(
      DraftingSettings settings, Optional<GeminiDrafter> gemini, Clock clock) {
    long mostPerDraft = gemini.map(GeminiDrafter::mostCostMicros).orElse(0L);
    BudgetLimits limits =
        new BudgetLimits(settings.dailyCostMicros(), settings.dailyCalls(), mostPerDraft);
    Drafter templates = new TemplateDrafter();
    Drafter drafter = gemini.<Drafter>map(real -> real).orElse(templates);
    return new DraftWriter(
        drafter, templates, new RecentDrafts(REMEMBERED_DRAFTS), new Budget(limits, clock));
  }

  private static RefusedPeople refusedPeople(Surroundings surroundings) {
    Map<String, Object> consumer =
        surroundings.kafka().looseConsumer(Topics.DRAFTING_PROCESSOR + "-refused");
    return new RefusedPeople(
        () ->
            new WholeTopics(
                new KafkaConsumer<>(consumer),
                surroundings.topics().refusedPeople().everyPartition()),
        new RecordReader<>(
            surroundings.serdes().<RefusedPerson>deserializer(), RefusedPerson.class));
  }

  private static DraftTaskHandler handler(
      DraftWriter writer,
      DraftingSettings settings,
      Surroundings surroundings,
      RefusedPeople refused) {
    EventSerdes serdes = surroundings.serdes();
    return new DraftTaskHandler(
        new RecordReader<>(serdes.<DraftTask>deserializer(), DraftTask.class),
        new DraftTaskHandler.Drafting(
            new Assignments(settings.limits(), settings.language()),
            PromptLibrary.ofProduct(),
            writer,
            refused::contains),
        new DraftRecords(surroundings.topics(), serdes.serializer(), surroundings.clock()),
        new DraftMeters(surroundings.meters()));
  }
}
