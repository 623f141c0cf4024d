package dev.outreach.projector;

import dev.outreach.readmodel.Timeline;
import dev.outreach.readmodel.TimelineRow;
import dev.outreach.schemas.DiscoveryStatus;
import dev.outreach.schemas.OutreachStatus;
import dev.outreach.schemas.ProfileEvent;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A projector of one partition, on an empty read model and an empty log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneProjector {

  TestPostgres postgres;
  TestLog log;
  MovableClock clock;
  Projector projector;

  @BeforeAll
  void start() {
    postgres = new TestPostgres();
  }

  @AfterAll
  void stop() {
    postgres.close();
  }

  @BeforeEach
  void begin() {
    log = new TestLog();
    clock = new MovableClock(Events.START);
    projector = new Projector(log, postgres.dataSource(), clock);
    projector.claim(List.of(log.events(0)));
    postgres.forgetEverything();
    projector.claim(List.of(log.events(0)));
  }

  static ProfileEvent event(String name, long version) {
    return Events.event(name, version, DiscoveryStatus.DISCOVERED, OutreachStatus.NOT_STARTED);
  }

  void happen(String name, long version, DiscoveryStatus discovery, OutreachStatus outreach) {
    log.append(log.events(0), Events.event(name, version, discovery, outreach));
  }

  List<TimelineRow> story(String name) {
    return new Timeline(postgres.dataSource()).of("acme", id(name), 0, 10);
  }

  static UUID id(String name) {
    return UUID.fromString(Events.profileId(name));
  }
}
