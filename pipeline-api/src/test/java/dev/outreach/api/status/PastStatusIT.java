package dev.outreach.api.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.outreach.readmodel.PipelineStatus;
import dev.outreach.readmodel.ReadModelMigration;
import dev.outreach.readmodel.StageCounts;
import dev.outreach.schemas.Actor;
import dev.outreach.schemas.ActorKind;
import dev.outreach.schemas.DiscoveryStatus;
import dev.outreach.schemas.MessageSent;
import dev.outreach.schemas.OutreachStatus;
import dev.outreach.schemas.Platform;
import dev.outreach.schemas.Profile;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.ProfileRegistered;
import dev.outreach.schemas.ProfileSummary;
import dev.outreach.schemas.SendRoute;
import dev.outreach.schemas.identity.DerivedId;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the screen showed then, from a log in memory and the rules in a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PastStatusIT {

  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  private final Topics topics = Topics.with("social.", 2);
  private final EventSerdes serdes =
      EventSerdes.over(new MockSchemaRegistryClient(), "mock://past");
  private final List<ConsumerRecord<byte[], byte[]>> log = new ArrayList<>();

  private EmbeddedPostgres server;
  private HikariDataSource pool;

  @BeforeAll
  void start() throws Exception {
    server = EmbeddedPostgres.builder().start();
    HikariConfig config = new HikariConfig();
    config.setDataSource(server.getPostgresDatabase());
    config.setMaximumPoolSize(4);
    pool = new HikariDataSource(config);
    ReadModelMigration.migrate(pool);
    execute(
        "INSERT INTO social_policy VALUES ('epoch', '3 days', 'UTC'),"
            + " ('2026-11-21T10:00Z', '1 hour', 'UTC')");
    happen(0, "ada", 1, DiscoveryStatus.DISCOVERED, OutreachStatus.NOT_STARTED, 0);
    happen(1, "bob", 1, DiscoveryStatus.DISCOVERED, OutreachStatus.NOT_STARTED, 10);
    happen(0, "ada", 2, DiscoveryStatus.QUALIFIED, OutreachStatus.SENT, 60);
    happen(0, "ada", 2, DiscoveryStatus.QUALIFIED, OutreachStatus.SENT, 60);
    happen(1, "bob", 2, DiscoveryStatus.REJECTED, OutreachStatus.NOT_STARTED, 120);
  }

  @AfterAll
  void stop() throws Exception {
    pool.close();
    server.close();
  }

  @Test
  void shouldShowNothingBeforeTheFirstEvent() {
    PipelineStatus status = at(START.minusMillis(1));

    assertThat(status.total().counts().people()).isZero();
    assertThat(status.total().unlocks().review().open()).isFalse();
    assertThat(status.byPlatform()).hasSize(4);
  }

  @Test
  void shouldShowWhatTheScreenShowedToTheMillisecond() {
    assertThat(counts(START).discovered()).isOne();
    assertThat(counts(START.plusSeconds(10)).discovered()).isEqualTo(2);
    assertThat(counts(START.plusMillis(59_999)).sent()).isZero();
    StageCounts later = counts(START.plusSeconds(60));
    assertThat(later.sent()).isOne();
    assertThat(later.qualified()).isOne();
    assertThat(later.discovered()).isOne();
    assertThat(counts(START.plusSeconds(120)).rejected()).isOne();
    assertThat(at(START.plusSeconds(60)).total().unlocks().followup().open()).isTrue();
  }

  @Test
  void shouldCountTheDayOfThen() {
    assertThat(at(START.plusSeconds(120)).today().discovered()).isEqualTo(2);
    assertThat(at(START.plusSeconds(120)).today().sent()).isOne();
    assertThat(at(START.plusSeconds(86_400)).today().sent()).isZero();
  }

  @Test
  void shouldFollowTheThresholdThatHeldThen() {
    assertThat(counts(Instant.parse("2026-11-21T09:59:59Z")).followupReady()).isZero();
    assertThat(counts(Instant.parse("2026-11-21T10:00:00Z")).followupReady()).isOne();
  }

  @Test
  void shouldTellHowFarItIs() {
    List<Long> done = new ArrayList<>();
    past().at("acme", START.plusSeconds(500), (read, all) -> done.add(read));

    assertThat(done.getLast()).isEqualTo(5);
  }

  private StageCounts counts(Instant time) {
    return at(time).total().counts();
  }

  private PipelineStatus at(Instant time) {
    return past().at("acme", time, (_, _) -> {});
  }

  /** How many partitions there are is asked of the broker: the settings may know fewer. */
  private PastStatus past() {
    return new PastStatus(
        Topics.with("social.", 1).profileEvents(),
        serdes,
        () -> new ConsumerOfThePast(log, topics),
        pool);
  }

  private void happen(
      int partition,
      String name,
      long version,
      DiscoveryStatus discovery,
      OutreachStatus outreach,
      int second) {
    Instant time = START.plusSeconds(second);
    String id = DerivedId.profile("acme", "instagram", name);
    boolean isSent = outreach == OutreachStatus.SENT;
    ProfileEvent event =
        ProfileEvent.newBuilder()
            .setId(DerivedId.of("event", name, Long.toString(version)))
            .setWorkspaceId("acme")
            .setProfileId(id)
            .setOccurredAt(time)
            .setCorrelationId("c")
            .setActor(new Actor(ActorKind.PERSON, "reviewer"))
            .setVersion(version)
            .setEvent(
                isSent
                    ? new MessageSent(DerivedId.message(id, 0), SendRoute.MANUAL, false)
                    : new ProfileRegistered("job", "file"))
            .setAfter(
                ProfileSummary.newBuilder()
                    .setProfile(
                        Profile.newBuilder()
                            .setPlatform(Platform.INSTAGRAM)
                            .setUsername(name)
                            .setSource("file")
                            .setCollectedAt(START)
                            .build())
                    .setDiscoveryStatus(discovery)
                    .setOutreachStatus(outreach)
                    .setFollowUpsSent(0)
                    .setFollowUpsLeft(2)
                    .setLastContactedAt(isSent ? time : null)
                    .setErased(false)
                    .build())
            .build();
    if (version == 2 && !isSent) {
      event.put("event", new dev.outreach.schemas.ProfileSuppressed("asked"));
    }
    String topic = topics.profileEvents().name();
    long offset = log.stream().filter(record -> record.partition() == partition).count();
    byte[] value = serdes.<ProfileEvent>privateSerde().serializer().serialize(topic, event);
    log.add(
        new ConsumerRecord<>(
            topic,
            partition,
            offset,
            time.toEpochMilli(),
            TimestampType.CREATE_TIME,
            0,
            value.length,
            new byte[0],
            value,
            new RecordHeaders(),
            Optional.empty()));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
