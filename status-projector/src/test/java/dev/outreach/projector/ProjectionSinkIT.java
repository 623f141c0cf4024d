package dev.outreach.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.readmodel.PipelineStatusQuery;
import dev.outreach.readmodel.Recount;
import dev.outreach.readmodel.StageCounts;
import dev.outreach.readmodel.TimelineRow;
import dev.outreach.runtime.FencedException;
import dev.outreach.schemas.DiscoveryStatus;
import dev.outreach.schemas.OutreachStatus;
import dev.outreach.schemas.ProfileEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ProjectionSinkIT extends OneProjector {

  @Test
  void shouldRefuseWhatAnEarlierOwnerStillHolds() {
    happen("ada", 1, DiscoveryStatus.DISCOVERED, OutreachStatus.NOT_STARTED);
    Projector successor = new Projector(log, postgres.dataSource(), clock);
    successor.claim(List.of(log.events(0)));

    assertThatThrownBy(projector::applyEverything).isInstanceOf(FencedException.class);
    assertThat(counts().people()).isZero();
    successor.applyEverything();
    assertThat(counts().people()).isOne();
    assertThatThrownBy(projector::applyEverything).isInstanceOf(FencedException.class);
    assertThat(counts().people()).isOne();
  }

  @Test
  void shouldNotLetAnEarlierOwnerMoveTheClock() {
    happenSent("ada", 1);
    projector.applyEverything();
    new Projector(log, postgres.dataSource(), clock).claim(List.of(log.events(0)));

    clock.move(Duration.ofDays(30));
    projector.tick();

    assertThat(counts().followupReady()).isZero();
  }

  @Test
  void shouldMakePeopleDueExactlyAtTheSecondAfterTheThreshold() {
    happenSent("ada", 1);
    projector.applyEverything();

    clock.move(Projector.FOLLOW_UP_AFTER.plusMillis(999));
    projector.tick();
    assertThat(counts().followupReady()).isZero();
    clock.move(Duration.ofMillis(1));
    projector.tick();
    assertThat(counts().followupReady()).isOne();
  }

  @Test
  void shouldPutWhatItCannotReadAsideAndKeepItsNeighbours() {
    TopicPartition events = log.events(0);
    happen("ada", 1, DiscoveryStatus.DISCOVERED, OutreachStatus.NOT_STARTED);
    log.appendBytes(events, "not avro at all".getBytes(StandardCharsets.UTF_8));
    log.appendBytes(events, null);
    log.appendBytes(events, new byte[] {0, 0, 0, 9, 9, 1, 2, 3});
    ProfileEvent strange = event("eve", 1);
    strange.put("profileId", "no uuid");
    log.append(events, strange);
    happen("bob", 1, DiscoveryStatus.QUALIFIED, OutreachStatus.NOT_STARTED);

    projector.applyEverything();

    assertThat(counts().people()).isEqualTo(2);
    assertThat(projector.deadLetters.history())
        .extracting(ProjectionSinkIT::reason)
        .containsExactly("UNREADABLE", "NULL_VALUE", "UNREADABLE", "INVALID");
    assertThat(projector.positions()).containsEntry(events, 6L);
  }

  @Test
  void shouldApplyWhatAnEventOfALaterVersionLeavesBehind() throws Exception {
    log.appendBytes(log.events(0), LaterVersion.bytes(log, event("ada", 1)));

    projector.applyEverything();

    assertThat(counts().discovered()).isOne();
    assertThat(story("ada")).extracting(TimelineRow::event).containsExactly("profile_praised");
    assertThat(projector.deadLetters.history()).isEmpty();
  }

  @Test
  void shouldNarrowDownTheOneRecordThatPostgresRefuses() {
    postgres.execute(
        "ALTER TABLE social_profile_g1 ADD CONSTRAINT refused CHECK (username <> 'person5')");
    try {
      for (int i = 0; i < 12; i++) {
        happen("person" + i, 1, DiscoveryStatus.DISCOVERED, OutreachStatus.NOT_STARTED);
      }
      projector.applyEverything();
    } finally {
      postgres.execute("ALTER TABLE social_profile_g1 DROP CONSTRAINT refused");
    }

    assertThat(counts().discovered()).isEqualTo(11);
    assertThat(projector.deadLetters.history())
        .singleElement()
        .satisfies(letter -> assertThat(reason(letter)).isEqualTo("PROCESSING_FAILED"));
    assertThat(new Recount(postgres.dataSource()).run().agrees()).isTrue();
  }

  @Test
  void shouldBlameNoRecordForAZoneTheServerDoesNotKnow() {
    String zone = postgres.value("SELECT zone FROM social_policy");
    postgres.execute("UPDATE social_policy SET zone = 'Mars/Olympus'");
    try {
      assertWaits();
    } finally {
      postgres.execute("UPDATE social_policy SET zone = '%s'".formatted(zone));
    }
    assertAppliedAfterAll();
  }

  @Test
  void shouldBlameNoRecordForACommitThatFails() {
    postgres.execute(
        """
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the queue is full' USING ERRCODE = '54000'; END $$;
        CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON social_profile_g1
          DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()
        """);
    try {
      assertWaits();
    } finally {
      postgres.execute("DROP TRIGGER at_commit ON social_profile_g1; DROP FUNCTION refuse");
    }
    assertAppliedAfterAll();
  }

  private void assertWaits() {
    happen("ada", 1, DiscoveryStatus.DISCOVERED, OutreachStatus.NOT_STARTED);
    assertThatThrownBy(projector::applyEverything).isInstanceOf(StoreException.Unavailable.class);
  }

  private void assertAppliedAfterAll() {
    projector.applyEverything();
    assertThat(counts().discovered()).isEqualTo(1);
    assertThat(projector.deadLetters.history()).isEmpty();
  }

  @Test
  void shouldTellEachEventOnceHoweverManyTheLogRepeats() {
    for (int time = 0; time < 2; time++) {
      for (int i = 0; i < 300; i++) {
        happen("person" + i, 1, DiscoveryStatus.DISCOVERED, OutreachStatus.NOT_STARTED);
      }
      projector.applyEverything();
    }
    for (int i = 0; i < 300; i++) {
      happen("person" + i % 200, 2, DiscoveryStatus.QUALIFIED, OutreachStatus.NOT_STARTED);
    }
    projector.applyEverything();

    assertThat(counts().discovered()).isEqualTo(100);
    assertThat(counts().qualified()).isEqualTo(200);
    assertThat(postgres.value("SELECT count(*) FROM social_timeline")).isEqualTo("500");
    assertThat(projector.deadLetters.history()).isEmpty();
    assertThat(new Recount(postgres.dataSource()).run().agrees()).isTrue();
  }

  @Test
  void shouldNotRepeatADeadLetterWhenPostgresFailsBeforeTheCommit() {
    log.appendBytes(log.events(0), null);
    postgres.execute("ALTER TABLE social_offset RENAME TO hidden");
    assertThatThrownBy(projector::applyEverything).isInstanceOf(StoreException.class);
    postgres.execute("ALTER TABLE hidden RENAME TO social_offset");
    projector.applyEverything();

    assertThat(projector.deadLetters.history()).hasSize(1);
  }

  @Test
  void shouldLoseNulCharactersInsteadOfTheRecord() {
    ProfileEvent event = event("ada", 1);
    event.getAfter().getProfile().put("fullName", "A\0da");
    log.append(log.events(0), event);

    projector.applyEverything();

    assertThat(postgres.value("SELECT full_name FROM social_profiles")).isEqualTo("Ada");
    assertThat(projector.deadLetters.history()).isEmpty();
  }

  private void happenSent(String name, long version) {
    log.append(
        log.events(0),
        Events.event(
            name,
            version,
            Events.summary(name, DiscoveryStatus.QUALIFIED, OutreachStatus.SENT, Events.START)
                .build()));
  }

  private StageCounts counts() {
    return new PipelineStatusQuery(postgres.dataSource()).of("acme").total().counts();
  }

  private static String reason(ProducerRecord<byte[], byte[]> letter) {
    return new String(
        letter.headers().lastHeader("outreach.error.reason").value(), StandardCharsets.UTF_8);
  }
}
