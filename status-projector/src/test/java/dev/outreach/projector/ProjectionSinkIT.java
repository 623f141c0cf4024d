package dev.outreach.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.readmodel.MessageFilter;
import dev.outreach.readmodel.MessageList;
import dev.outreach.readmodel.MessageRow;
import dev.outreach.readmodel.PipelineStatusQuery;
import dev.outreach.readmodel.Recount;
import dev.outreach.readmodel.StageCounts;
import dev.outreach.readmodel.Timeline;
import dev.outreach.readmodel.TimelineRow;
import dev.outreach.readmodel.write.Generations;
import dev.outreach.runtime.FencedException;
import dev.outreach.schemas.DiscoveryStatus;
import dev.outreach.schemas.DraftWritten;
import dev.outreach.schemas.MessageStatus;
import dev.outreach.schemas.MessageType;
import dev.outreach.schemas.OutreachStatus;
import dev.outreach.schemas.Profile;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.ReplayDraft;
import dev.outreach.schemas.ReplyReceived;
import dev.outreach.schemas.identity.DerivedId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectionSinkIT {

  private TestPostgres postgres;
  private TestLog log;
  private MovableClock clock;
  private Projector projector;

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

  @Test
  void shouldTellTheStoryAndForgetItsWordsAfterAnErasure() {
    reply("ada");
    projector.applyEverything();
    assertThat(story("ada"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.event()).isEqualTo("reply_received");
              assertThat(entry.body()).isEqualTo("Hi, call me");
              assertThat(entry.details()).doesNotContain("ada@direct").contains("mid-1");
            });

    erase("ada");

    assertThat(story("ada")).extracting(TimelineRow::body).containsOnlyNulls();
    assertThat(messages("ada"))
        .singleElement()
        .satisfies(message -> assertThat(message.draftBody()).isNull());
  }

  @Test
  void shouldForgetInGenerationsNobodySeesAsWell() {
    reply("ada");
    happen("bob", 1, DiscoveryStatus.DISCOVERED, OutreachStatus.NOT_STARTED);
    projector.applyEverything();
    Transactions transactions = new Transactions(postgres.dataSource());
    int former =
        transactions.call(connection -> new Generations().create(connection, Projection.VERSION));
    try {
      for (String table : List.of("social_profile", "social_message", "social_timeline_entry")) {
        postgres.execute(
            "CREATE TEMPORARY TABLE copy AS SELECT * FROM %1$s_g1; UPDATE copy SET generation = %2$d; INSERT INTO %1$s SELECT * FROM copy; DROP TABLE copy"
                .formatted(table, former));
      }
      erase("ada");

      assertThat(
              postgres.value(
                  "SELECT string_agg(username || '/' || coalesce(full_name, ''), ' ' ORDER BY username) FROM social_profile_g"
                      + former))
          .isEqualTo("/ bob/Full bob");
      assertThat(
              postgres.value(
                  "SELECT count(draft_body) || recipient FROM social_message_g%d GROUP BY recipient"
                      .formatted(former)))
          .isEqualTo("0");
      assertThat(postgres.value("SELECT count(body) FROM social_timeline_entry_g" + former))
          .isEqualTo("0");
    } finally {
      transactions.run(connection -> new Generations().drop(connection, former));
    }
  }

  @Test
  void shouldLeaveAGenerationToTheRebuildThatFillsIt() throws SQLException {
    Generations generations = new Generations();
    Transactions transactions = new Transactions(postgres.dataSource());
    int filled =
        transactions.call(connection -> generations.create(connection, Projection.VERSION));
    try (Connection rebuild = postgres.dataSource().getConnection()) {
      assertThat(generations.beTheOneBuilder(rebuild)).isTrue();
      List<Integer> whileFilled =
          transactions.call(connection -> generations.nobodyWrites(connection, 1));
      generations.beNoBuilder(rebuild);
      List<Integer> givenUp =
          transactions.call(connection -> generations.nobodyWrites(connection, 1));

      assertThat(whileFilled).isEmpty();
      assertThat(givenUp).containsExactly(filled);
    } finally {
      transactions.run(connection -> generations.drop(connection, filled));
    }
  }

  @Test
  void shouldForgetADraftForComparisonThatCameAfterTheErasure() {
    TopicPartition replays = new TopicPartition(log.topics.replays().name(), 0);
    projector.claim(List.of(replays));
    happen("bob", 1, DiscoveryStatus.DISCOVERED, OutreachStatus.NOT_STARTED);
    happen("ada", 1, DiscoveryStatus.DISCOVERED, OutreachStatus.NOT_STARTED);
    erase("ada");

    log.append(replays, replayed("ada"));
    log.append(replays, replayed("bob"));
    projector.applyEverything();

    assertThat(postgres.value("SELECT string_agg(body, ' ') || count(*) FROM social_replays"))
        .isEqualTo("Hello bob2");
  }

  private void reply(String name) {
    ProfileEvent reply = event(name, 1);
    reply.put("event", new ReplyReceived("mid-1", "Hi, call me", name + "@direct"));
    reply.getAfter().put("message", Events.message(name, 0, MessageStatus.SENT));
    log.append(log.events(0), reply);
  }

  private void erase(String name) {
    ProfileEvent erasure = event(name, 2);
    erasure.getAfter().put("erased", true);
    erasure
        .getAfter()
        .put("profile", Profile.newBuilder(Events.profile("")).setFullName(null).build());
    log.append(log.events(0), erasure);
    projector.applyEverything();
  }

  private static ReplayDraft replayed(String name) {
    return ReplayDraft.newBuilder()
        .setReplayId("replay-1")
        .setDraftId("draft-" + name)
        .setWorkspaceId("acme")
        .setProfileId(Events.profileId(name))
        .setMessageId(DerivedId.message(Events.profileId(name), 0))
        .setOccurredAt(Events.START)
        .setMessageType(MessageType.INITIAL)
        .setStep(0)
        .setOutcome(
            DraftWritten.newBuilder()
                .setText("Hello " + name)
                .setDrafter("template")
                .setPromptVersion("1")
                .setLanguage("en")
                .build())
        .build();
  }

  private List<TimelineRow> story(String name) {
    return new Timeline(postgres.dataSource()).of("acme", id(name), 0, 10);
  }

  private List<MessageRow> messages(String name) {
    return new MessageList(postgres.dataSource())
        .page(MessageFilter.ofPeople("acme", Set.of(id(name))), null, 10)
        .rows();
  }

  private static UUID id(String name) {
    return UUID.fromString(Events.profileId(name));
  }

  private static ProfileEvent event(String name, long version) {
    return Events.event(name, version, DiscoveryStatus.DISCOVERED, OutreachStatus.NOT_STARTED);
  }

  private void happen(
      String name, long version, DiscoveryStatus discovery, OutreachStatus outreach) {
    log.append(log.events(0), Events.event(name, version, discovery, outreach));
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
