package dev.outreach.profile;

import dev.outreach.runtime.App;
import dev.outreach.runtime.Health;
import dev.outreach.runtime.KafkaSettings;
import dev.outreach.runtime.StreamsRunner;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topics;

/** The profile-processor: wires the topology and runs it. */
public final class ProfileProcessorApp implements App {

  private final StreamsRunner runner;

  /** An app that is not started yet; topics and subjects have to be provisioned before it is. */
  public ProfileProcessorApp(
      ProfileSettings settings, KafkaSettings kafka, Topics topics, EventSerdes serdes) {
    this.runner =
        new StreamsRunner(
            Topics.PROFILE_PROCESSOR,
            ProfileTopology.of(topics, serdes, settings.policy()),
            settings.streams(kafka, topics));
  }

  @Override
  public String name() {
    return runner.name();
  }

  @Override
  public void start() {
    runner.start();
  }

  @Override
  public Health health() {
    return runner.health();
  }

  @Override
  public void close() {
    runner.close();
  }
}
