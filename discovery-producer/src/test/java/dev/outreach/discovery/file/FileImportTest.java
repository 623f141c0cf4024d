package dev.outreach.discovery.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.outreach.discovery.TestRecords;
import dev.outreach.discovery.domain.Door;
import dev.outreach.discovery.records.DiscoveryRecords;
import dev.outreach.schemas.DiscoveryProgress;
import dev.outreach.schemas.JobCompleted;
import dev.outreach.schemas.JobFailed;
import dev.outreach.schemas.JobPageDone;
import dev.outreach.schemas.JobStarted;
import dev.outreach.schemas.Platform;
import dev.outreach.schemas.Profile;
import dev.outreach.schemas.ProfileDiscovered;
import dev.outreach.schemas.identity.DerivedId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileImportTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final TestRecords records = new TestRecords();
  private final Door door = new Door();
  private MockProducer<byte[], byte[]> producer = newProducer();

  @TempDir private Path folder;

  @Test
  void shouldPublishEachPersonAndWhatBecameOfTheJob() throws IOException, UnreadableFile {
    ImportReport report = run("full_name,ig,li\nAna,@Ana.Demo,ana-demo\nBen,,\n", NOON);

    List<ProfileDiscovered> people = records.people(producer.history());
    assertThat(people)
        .extracting(ProfileDiscovered::getProfileId)
        .containsExactlyInAnyOrder(
            DerivedId.profile("default", "instagram", "ana.demo"),
            DerivedId.profile("default", "linkedin", "ana-demo"));
    assertThat(people)
        .extracting(ProfileDiscovered::getProfile)
        .allSatisfy(profile -> assertThat(profile.getFullName()).contains("Ana"))
        .anySatisfy(profile -> assertThat(profile.getPlatform()).isEqualTo(Platform.INSTAGRAM))
        .allSatisfy(profile -> assertThat(profile.getSource()).isEqualTo("file import"));
    List<DiscoveryProgress> progress = records.progress(producer.history());
    assertThat(progress)
        .extracting(step -> step.getStep().getClass())
        .isEqualTo(List.of(JobStarted.class, JobPageDone.class, JobCompleted.class));
    assertThat(progress.getLast().getFound()).isEqualTo(2);
    assertThat(progress).allSatisfy(step -> assertThat(step.getJobId()).isEqualTo(report.jobId()));
    assertThat(report.counts().withoutAccount()).isEqualTo(1);
  }

  @Test
  void shouldWriteTheSameRecordsWhenImportedAgainLater() throws IOException, UnreadableFile {
    String text = "full_name,ig,followers\nAna,ana.demo,1200\n";
    run(text, NOON);
    List<ProfileDiscovered> first = records.people(producer.history());
    producer = newProducer();

    run(text, NOON.plus(Duration.ofDays(1)));

    List<ProfileDiscovered> second = records.people(producer.history());
    assertThat(second)
        .extracting(ProfileDiscovered::getId)
        .isEqualTo(first.stream().map(ProfileDiscovered::getId).toList());
    assertThat(second.getFirst().getProfile())
        .isEqualTo(
            Profile.newBuilder(first.getFirst().getProfile())
                .setCollectedAt(NOON.plus(Duration.ofDays(1)))
                .build());
  }

  @Test
  void shouldStoreChunkByChunkAndTellHowFarItIs() throws IOException, UnreadableFile {
    String rows =
        IntStream.range(0, 2_500).mapToObj(i -> "p" + i + ".demo\n").collect(Collectors.joining());
    List<Long> heard = new ArrayList<>();

    importer(NOON)
        .run(write("ig\n" + rows), ImportOptions.standard(), soFar -> heard.add(soFar.profiles()));

    assertThat(heard).containsExactly(1_000L, 2_000L, 2_500L);
    assertThat(producer.commitCount()).isEqualTo(5);
    assertThat(records.progress(producer.history()).getLast().getPages()).isEqualTo(3);
  }

  @Test
  void shouldStoreNothingOfAChunkThatKafkaRefuses() throws IOException {
    Path file = write("ig\nana.demo\n");
    producer.sendException = new KafkaException("refused");

    assertThatExceptionOfType(KafkaException.class)
        .isThrownBy(() -> importer(NOON).run(file, ImportOptions.standard(), _ -> {}));
    assertThat(producer.history()).isEmpty();
    assertThat(producer.transactionAborted()).isTrue();
  }

  @Test
  void shouldEndTheJobAsFailedWhereTheFileStopsBeingReadable() throws IOException {
    Path file = write("ig,bio\nana.demo,x\nben.demo,\"" + "never closed\n".repeat(200_000));

    assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(() -> importer(NOON).run(file, ImportOptions.standard(), _ -> {}));

    DiscoveryProgress last = records.progress(producer.history()).getLast();
    assertThat(last.getStep())
        .isInstanceOfSatisfying(
            JobFailed.class, step -> assertThat(step.getCode()).isEqualTo("UNREADABLE_FILE"));
    assertThat(last.getFound()).isEqualTo(records.people(producer.history()).size());
  }

  private ImportReport run(String text, Instant now) throws IOException, UnreadableFile {
    return importer(now).run(write(text), ImportOptions.standard(), _ -> {});
  }

  @Test
  void shouldLeaveOutWhomNobodyMayKeep() throws IOException, UnreadableFile {
    String erased = DerivedId.profile("default", "instagram", "ana.demo");
    door.refuse(UUID.fromString(erased), "profile", Door.Reason.ERASED);

    ImportReport report = run("full_name,ig\nAna,@Ana.Demo\nBen,ben.demo\n", NOON);

    assertThat(records.people(producer.history()))
        .extracting(ProfileDiscovered::getProfileId)
        .containsExactly(DerivedId.profile("default", "instagram", "ben.demo"));
    assertThat(report.counts().refused()).containsEntry("ERASED", 1L);
    assertThat(producer.history())
        .allSatisfy(
            record ->
                assertThat(new String(record.value(), StandardCharsets.ISO_8859_1))
                    .doesNotContainIgnoringCase("ana.demo")
                    .doesNotContain("Ana"));
  }

  @Test
  void shouldLeaveOutWhoseWebsiteLiesInARefusedDomain() throws IOException, UnreadableFile {
    String domain = DerivedId.domain("default", "example.com");
    door.refuse(UUID.fromString(domain), "list-domain", Door.Reason.SUPPRESSED);

    ImportReport report =
        run(
            "ig,website\nana.demo,https://shop.example.com/x\nben.demo,example.com.au\ncleo.demo,\n",
            NOON);

    assertThat(records.people(producer.history()))
        .extracting(ProfileDiscovered::getProfileId)
        .containsExactlyInAnyOrder(
            DerivedId.profile("default", "instagram", "ben.demo"),
            DerivedId.profile("default", "instagram", "cleo.demo"));
    assertThat(report.counts().refused()).containsEntry("SUPPRESSED", 1L);
  }

  private FileImport importer(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new FileImport(
        _ -> producer,
        new DiscoveryRecords(TestRecords.TOPICS, records.serdes(), clock),
        clock,
        () -> door);
  }

  private static MockProducer<byte[], byte[]> newProducer() {
    return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private Path write(String text) throws IOException {
    return Files.write(folder.resolve("people.csv"), text.getBytes(UTF_8));
  }
}
