package dev.outreach.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.readmodel.write.FindRecord;
import dev.outreach.readmodel.write.ForgetWords;
import dev.outreach.readmodel.write.JobRecord;
import dev.outreach.readmodel.write.Latest;
import dev.outreach.readmodel.write.PartRecord;
import dev.outreach.readmodel.write.TimelineRecord;
import dev.outreach.readmodel.write.WriteFinds;
import dev.outreach.readmodel.write.WriteJobs;
import dev.outreach.readmodel.write.WriteMessages;
import dev.outreach.readmodel.write.WriteParts;
import dev.outreach.readmodel.write.WriteProfiles;
import dev.outreach.readmodel.write.WriteTimeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsIT {

  private TestPostgres postgres;

  @BeforeAll
  void start() {
    postgres = TestPostgres.migrated();
  }

  @AfterAll
  void stop() {
    postgres.close();
  }

  @BeforeEach
  void forgetEverything() {
    postgres.execute(
        "TRUNCATE social_profile, social_message, social_timeline_entry, social_tally,"
            + " social_offset, social_discovery_job, social_discovery_part,"
            + " social_discovery_find, social_discovery_tally, social_replays");
  }

  @Test
  void shouldPageThroughEveryoneOnceNewestFirst() {
    List<String> statuses = List.of("discovered", "reviewed", "qualified", "rejected");
    postgres.transaction(
        connection ->
            new WriteProfiles(1)
                .write(
                    connection,
                    IntStream.range(0, 25)
                        .mapToObj(
                            i -> People.person("p" + i, statuses.get(i % 4), "not_started", i / 2))
                        .toList()));

    List<ProfileRow> seen = new ArrayList<>();
    Page<ProfileRow> page = profiles().page(ProfileFilter.everybody(People.WORKSPACE), null, 7);
    while (page.next() != null) {
      seen.addAll(page.rows());
      page =
          profiles()
              .page(ProfileFilter.everybody(People.WORKSPACE), Cursor.parse(page.next().text()), 7);
    }
    seen.addAll(page.rows());

    assertThat(seen).extracting(ProfileRow::profileId).doesNotHaveDuplicates().hasSize(25);
    assertThat(seen)
        .extracting(ProfileRow::discoveredAt)
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(
            profiles()
                .page(
                    new ProfileFilter(
                        People.WORKSPACE, "instagram", Set.of("qualified"), Set.of(), false),
                    null,
                    50)
                .rows())
        .hasSize(6);
    assertThat(
            profiles()
                .page(
                    new ProfileFilter(
                        People.WORKSPACE, null, Set.of("qualified"), Set.of("sent"), true),
                    null,
                    50)
                .rows())
        .isEmpty();
  }

  @Test
  void shouldKeepWhatIsKnownOfAPerson() {
    postgres.transaction(
        connection ->
            new WriteProfiles(1)
                .write(connection, List.of(People.person("ada", "discovered", "not_started", 1))));

    ProfileRow ada = profiles().find(People.WORKSPACE, People.id("ada")).orElseThrow();

    assertThat(ada.username()).isEqualTo("ada");
    assertThat(ada.followers()).isEqualTo(1_000);
    assertThat(ada.following()).isNull();
    assertThat(ada.averageLikes()).isEqualTo(3.5);
    assertThat(ada.engagement())
        .isEqualTo(new EngagementRow(62.5, null, null, 12, null, null, null, List.of("few_posts")));
    assertThat(ada.collectedAt()).isEqualTo(People.START);
    assertThat(profiles().find("another", People.id("ada"))).isEmpty();
  }

  @Test
  void shouldListMessagesByStatusAndByPeople() {
    postgres.transaction(
        connection ->
            new WriteMessages(1)
                .write(
                    connection,
                    List.of(
                        People.message("ada", "drafted", 1),
                        People.message("bob", "sent", 2),
                        People.message("eve", "queued", 3))));
    MessageList messages = new MessageList(postgres.dataSource());

    assertThat(
            messages
                .page(MessageFilter.inStatus(People.WORKSPACE, "drafted", "queued"), null, 10)
                .rows())
        .extracting(MessageRow::profileId)
        .containsExactly(People.id("eve"), People.id("ada"));
    assertThat(
            messages
                .page(MessageFilter.ofPeople(People.WORKSPACE, Set.of(People.id("bob"))), null, 10)
                .rows())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.checks()).containsExactly(new DraftCheckRow("length", true, null)));
  }

  @Test
  void shouldForgetWordsButNotThatSomethingWasSent() {
    UUID ada = People.id("ada");
    postgres.transaction(
        connection -> {
          new WriteMessages(1).write(connection, List.of(People.message("ada", "sent", 1)));
          new WriteTimeline(1)
              .write(
                  connection,
                  List.of(
                      new TimelineRecord(
                          ada,
                          1,
                          People.WORKSPACE,
                          People.START,
                          "e1",
                          "reply_received",
                          "platform",
                          "ada",
                          null,
                          null,
                          null,
                          "Hi!",
                          "{}",
                          null,
                          "c",
                          "instagram",
                          0)));
          new ForgetWords(1).of(connection, Set.of(ada));
        });

    assertThat(new MessageList(postgres.dataSource()).find(People.WORKSPACE, People.id("ada/0")))
        .hasValueSatisfying(
            message -> {
              assertThat(message.status()).isEqualTo("sent");
              assertThat(message.draftBody()).isNull();
              assertThat(message.recipient()).isEmpty();
            });
    assertThat(new Timeline(postgres.dataSource()).of(People.WORKSPACE, ada, 0, 10))
        .singleElement()
        .satisfies(entry -> assertThat(entry.body()).isNull());
  }

  @Test
  void shouldKeepTheNewestStateOfAJob() {
    WriteJobs write = new WriteJobs();
    postgres.transaction(
        connection -> {
          write.write(connection, List.of(job("running", 10, 7)));
          write.write(connection, List.of(job("completed", 25, 9)));
          write.write(connection, List.of(job("running", 10, 7)));
        });

    assertThat(jobs().page(JobFilter.all(People.WORKSPACE), null, 10).rows())
        .singleElement()
        .satisfies(
            job -> {
              assertThat(job.status()).isEqualTo("completed");
              assertThat(job.found()).isEqualTo(25);
              assertThat(job.categories()).containsExactly("chefs", "bakers, and \"more\"");
              assertThat(job.refusedByReason()).isEqualTo(Map.of("NO_HANDLE", 3L));
              assertThat(job.startedAt()).isEqualTo(People.START.plusSeconds(7));
            });
  }

  @Test
  void shouldPageThroughTheJobsAFilterNames() {
    postgres.transaction(
        connection ->
            new WriteJobs()
                .write(
                    connection,
                    IntStream.range(0, 9)
                        .mapToObj(
                            i -> job("job \u00fc/" + i, i % 3 == 0 ? "paused" : "running", i / 2))
                        .toList()));
    JobFilter paused = new JobFilter(People.WORKSPACE, null, Set.of("paused"), "file", null);
    assertThat(idsOf(jobs().page(paused, null, 10)))
        .containsExactly("job ü/6", "job ü/3", "job ü/0");
    assertThat(
            idsOf(
                jobs()
                    .page(
                        new JobFilter(People.WORKSPACE, "tiktok", Set.of(), null, null), null, 9)))
        .isEmpty();
    JobFilter late =
        new JobFilter(People.WORKSPACE, "instagram", Set.of(), null, People.START.plusSeconds(4));
    assertThat(idsOf(jobs().page(late, null, 9))).containsExactly("job ü/8");

    List<String> all = new ArrayList<>();
    JobPage page = jobs().page(JobFilter.all(People.WORKSPACE), null, 2);
    while (page.next() != null) {
      all.addAll(idsOf(page));
      page = jobs().page(JobFilter.all(People.WORKSPACE), JobCursor.parse(page.next().text()), 2);
    }
    all.addAll(idsOf(page));
    assertThat(all).hasSize(9).doesNotHaveDuplicates().startsWith("job ü/8", "job ü/7");
  }

  @Test
  void shouldCountEachPersonOfAJobOnceByTheFirstOutcome() {
    UUID ada = UUID.randomUUID();
    UUID ben = UUID.randomUUID();
    UUID eve = UUID.randomUUID();
    postgres.transaction(
        connection -> {
          new WriteJobs().write(connection, List.of(job("job-1", "running", 7)));
          PartRecord part =
              new PartRecord("job-1", 4, People.WORKSPACE, 1, 3, 1, "{\"NO_HANDLE\":2}");
          new WriteParts().write(connection, List.of(part, part));
          WriteFinds finds = new WriteFinds();
          finds.write(connection, List.of(find(ada, 1, "new"), find(ben, 1, "refreshed")));
          finds.write(connection, List.of(find(ada, 2, "unchanged"), find(eve, 2, "erased")));
        });

    JobRow job = jobs().find(People.WORKSPACE, "job-1").orElseThrow();
    assertThat(job.newPeople()).isEqualTo(1);
    assertThat(job.knownPeople()).isEqualTo(1);
    assertThat(job.refusedByReason()).isEqualTo(Map.of("NO_HANDLE", 3L, "ERASED", 1L));
    assertThat(job.refused()).isEqualTo(4);
    assertThat(jobs().pages(People.WORKSPACE, "job-1", 10))
        .containsExactly(
            new JobPageRow(2, 0, 0, 0, 0, 1, Map.of("ERASED", 1L)),
            new JobPageRow(1, 3, 1, 1, 1, 2, Map.of("NO_HANDLE", 2L)));
  }

  private static FindRecord find(UUID profileId, long page, String outcome) {
    return new FindRecord("job-1", profileId, People.WORKSPACE, page, outcome);
  }

  private static List<String> idsOf(JobPage page) {
    return page.rows().stream().map(JobRow::jobId).toList();
  }

  private JobList jobs() {
    return new JobList(postgres.dataSource());
  }

  private ProfileList profiles() {
    return new ProfileList(postgres.dataSource());
  }

  private static Latest<JobRecord> job(String id, String status, long offset) {
    return job(id, status, 10, offset);
  }

  private static Latest<JobRecord> job(String status, long found, long offset) {
    return job("job-1", status, found, offset);
  }

  private static Latest<JobRecord> job(String id, String status, long found, long offset) {
    return new Latest<>(
        new JobRecord(
            id,
            People.WORKSPACE,
            "instagram",
            "file",
            "[\"chefs\",\"bakers, and \\\"more\\\"\"]",
            "[]",
            "[]",
            100,
            "ada",
            status,
            found,
            0,
            3,
            "{\"NO_HANDLE\":3}",
            1,
            null,
            null,
            null,
            People.START.plusSeconds(offset),
            null,
            offset),
        People.START.plusSeconds(offset),
        offset);
  }
}
