package dev.outreach.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.readmodel.write.ForgetWords;
import dev.outreach.readmodel.write.JobRecord;
import dev.outreach.readmodel.write.Latest;
import dev.outreach.readmodel.write.TimelineRecord;
import dev.outreach.readmodel.write.WriteJobs;
import dev.outreach.readmodel.write.WriteMessages;
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
            + " social_offset, social_discovery_jobs, social_replays");
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

    assertThat(new JobList(postgres.dataSource()).newest(People.WORKSPACE, 10))
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

  private ProfileList profiles() {
    return new ProfileList(postgres.dataSource());
  }

  private static Latest<JobRecord> job(String status, long found, long offset) {
    return new Latest<>(
        new JobRecord(
            "job-1",
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
