package dev.outreach.discovery.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outreach.runtime.Health;
import dev.outreach.schemas.DiscoveryRequested;
import dev.outreach.schemas.topics.RequestSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableIntakeIT {

  @TempDir private Path directory;
  private IntakeWorld world;

  @BeforeEach
  void start() throws Exception {
    world = IntakeWorld.start(directory, "16MB");
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
  }

  @Test
  void shouldPublishEachRowOnceWhetherInsertedBeforeOrAfterTheFirstStart() {
    new TableIntakeDesk(world.parts()).report();
    insert("'instagram'", 3);
    try (TableIntakeApp intake = started()) {
      awaitUp(intake);
      insert("'tiktok'", 4);
      awaitPublished(7);
    }
    insert("'facebook'", 2);
    try (TableIntakeApp intake = started()) {
      awaitUp(intake);
      awaitPublished(9);
    }

    assertThat(world.publishedIds())
        .containsExactlyInAnyOrderElementsOf(world.insertedIds())
        .doesNotHaveDuplicates();
    assertThat(world.published())
        .allSatisfy(
            record ->
                assertThat(RequestSource.of(record.headers())).isEqualTo(RequestSource.TABLE));
  }

  @Test
  void shouldPublishEvenARowThatMakesNoSense() {
    try (TableIntakeApp intake = started()) {
      awaitUp(intake);
      world.execute("INSERT INTO social_discovery_requests DEFAULT VALUES");
      world.execute(
          "INSERT INTO social_discovery_requests (platform, keywords, handles, max_profiles)"
              + " SELECT repeat('x', 5000000), ARRAY['a', NULL, repeat('é', 100000)],"
              + " array_agg(repeat(n::text, 100)), -1 FROM generate_series(1, 20000) n");
      world.execute(
          "INSERT INTO social_discovery_requests (platform, categories, locations, max_profiles,"
              + " requested_by, workspace_id, correlation_id)"
              + " VALUES ('instagram', '{cafe}', '{Lisbon,Porto}', 7, 'crm', 'w', 'c')");
      awaitPublished(3);
    }

    var deserializer = IntakeWorld.serdes().<DiscoveryRequested>deserializer();
    List<DiscoveryRequested> requests =
        world.published().stream()
            .map(record -> deserializer.deserialize(record.topic(), record.value()))
            .toList();
    assertThat(requests)
        .extracting(DiscoveryRequested::getMaxProfiles)
        .containsExactlyInAnyOrder(100, -1, 7);
    assertThat(requests).anySatisfy(empty -> assertThat(empty.getPlatform()).isEmpty());
    assertThat(requests).anySatisfy(huge -> assertThat(huge.getPlatform()).hasSize(301));
    assertThat(requests)
        .anySatisfy(
            good -> {
              assertThat(good.getLocations()).isEqualTo(List.of("Lisbon", "Porto"));
              assertThat(good.getRequestedBy()).isEqualTo("crm");
              assertThat(good.getWorkspaceId()).isEqualTo("w");
              assertThat(good.getCorrelationId()).contains("c");
            });
  }

  @Test
  void shouldRefuseLoudlyWhereTheSlotIsGoneAndPublishWhatWasMissedAfterTheRepair()
      throws InterruptedException {
    try (TableIntakeApp intake = started()) {
      awaitUp(intake);
      insert("'instagram'", 5);
      awaitPublished(5);
    }
    dropSlot();
    insert("'instagram'", 6);
    world.execute(
        "INSERT INTO social_discovery_requests (platform, handles, inserted_at)"
            + " VALUES ('instagram', '{long.ago}', now() - interval '40 days')");
    try (TableIntakeApp intake = started()) {
      awaitRefusal(intake, "is gone");
      assertThat(world.publishedIds()).hasSize(5);

      assertThat(new TableIntakeDesk(world.parts()).repair())
          .isEqualTo(new TableIntakeDesk.Repair.Repaired(6, 1));
      awaitUp(intake);
      insert("'instagram'", 7);
      awaitPublished(18);
    }

    world.execute(
        "DELETE FROM social_discovery_requests WHERE inserted_at < now() - interval '39 days'");
    assertThat(world.publishedIds())
        .containsExactlyInAnyOrderElementsOf(world.insertedIds())
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldRefuseLoudlyWhereSomebodyMadeTheSlotAnew() throws InterruptedException {
    try (TableIntakeApp intake = started()) {
      awaitUp(intake);
      insert("'instagram'", 2);
      awaitPublished(2);
    }
    dropSlot();
    insert("'instagram'", 3);
    world.execute(
        "SELECT pg_create_logical_replication_slot('social_discovery_requests', 'pgoutput')");
    try (TableIntakeApp intake = started()) {
      awaitRefusal(intake, "made anew");

      assertThat(new TableIntakeDesk(world.parts()).repair())
          .isEqualTo(new TableIntakeDesk.Repair.Repaired(3, 0));
      awaitUp(intake);
    }
  }

  @Test
  void shouldRefuseLoudlyWherePostgresGaveUpTheSlot() throws InterruptedException {
    try (TableIntakeApp intake = started()) {
      awaitUp(intake);
    }
    world.execute("CREATE TABLE filler (content text)");
    for (int round = 0; round < 5; round++) {
      world.execute(
          "INSERT INTO filler SELECT repeat(md5(n::text), 100) FROM generate_series(1, 8000) n");
      world.execute("SELECT pg_switch_wal()");
      world.execute("CHECKPOINT");
    }
    insert("'instagram'", 1);
    try (TableIntakeApp intake = started()) {
      awaitRefusal(intake, "max_slot_wal_keep_size");

      assertThat(new TableIntakeDesk(world.parts()).repair())
          .isEqualTo(new TableIntakeDesk.Repair.Repaired(1, 0));
      awaitUp(intake);
    }
  }

  @Test
  void shouldLetOnlyOneInstanceCaptureAndTakeOverWhereItEnds() {
    try (TableIntakeApp second = new TableIntakeApp(world.parts(), new SimpleMeterRegistry())) {
      try (TableIntakeApp first = started()) {
        awaitUp(first);
        second.start();
        awaitUp(second);
        insert("'instagram'", 5);
        awaitPublished(5);
      }
      insert("'instagram'", 5);
      awaitPublished(10);
    }

    assertThat(world.publishedIds()).doesNotHaveDuplicates();
  }

  @Test
  void shouldNotHoldTheLogOfABusyDatabaseWhileNobodyInsertsRequests() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    try (TableIntakeApp intake = new TableIntakeApp(world.parts(), meters)) {
      intake.start();
      awaitUp(intake);
      world.execute("CREATE TABLE busy (content text)");
      world.execute(
          "INSERT INTO busy SELECT repeat(md5(n::text), 100) FROM generate_series(1, 2000) n");
      long after =
          Long.parseLong(world.values("SELECT pg_current_wal_lsn() - '0/0'::pg_lsn").getFirst());
      patiently()
          .untilAsserted(
              () ->
                  assertThat(
                          Long.parseLong(
                              world
                                  .values(
                                      "SELECT confirmed_flush_lsn - '0/0'::pg_lsn FROM pg_replication_slots")
                                  .getFirst()))
                      .isGreaterThanOrEqualTo(after));
      patiently()
          .untilAsserted(
              () ->
                  assertThat(meters.get("outreach.table.intake.wal.held").gauge().value())
                      .isPositive());
    }
  }

  @Test
  void shouldRefuseUpdatesInTheTableItself() {
    new TableIntakeDesk(world.parts()).report();
    insert("'instagram'", 1);

    assertThatThrownBy(
            () -> world.execute("UPDATE social_discovery_requests SET platform = 'tiktok'"))
        .hasMessageContaining("append-only: insert another row instead");
  }

  private TableIntakeApp started() {
    TableIntakeApp intake = new TableIntakeApp(world.parts(), new SimpleMeterRegistry());
    intake.start();
    return intake;
  }

  private void insert(String platform, int rows) {
    world.execute(
        "INSERT INTO social_discovery_requests (platform, keywords) SELECT "
            + platform
            + ", ARRAY['coffee'] FROM generate_series(1, "
            + rows
            + ")");
  }

  private void dropSlot() {
    patiently()
        .ignoreExceptions()
        .until(
            () -> {
              world.execute("SELECT pg_drop_replication_slot('social_discovery_requests')");
              return true;
            });
  }

  private void awaitPublished(int count) {
    patiently().untilAsserted(() -> assertThat(world.publishedIds()).hasSize(count));
  }

  private static void awaitUp(TableIntakeApp intake) {
    patiently().untilAsserted(() -> assertThat(intake.health()).isEqualTo(new Health.Up()));
  }

  private static void awaitRefusal(TableIntakeApp intake, String reason) {
    patiently()
        .untilAsserted(
            () ->
                assertThat(intake.health().text())
                    .contains(reason)
                    .endsWith("run ./outreach table-intake repair"));
  }

  private static ConditionFactory patiently() {
    return Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(100));
  }
}
