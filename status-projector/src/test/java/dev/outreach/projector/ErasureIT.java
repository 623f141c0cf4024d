package dev.outreach.projector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.readmodel.MessageFilter;
import dev.outreach.readmodel.MessageList;
import dev.outreach.readmodel.MessageRow;
import dev.outreach.readmodel.ReadModelMigration;
import dev.outreach.readmodel.TimelineRow;
import dev.outreach.readmodel.write.Generations;
import dev.outreach.schemas.Actor;
import dev.outreach.schemas.ActorKind;
import dev.outreach.schemas.DiscoveryStatus;
import dev.outreach.schemas.DraftWritten;
import dev.outreach.schemas.MessageState;
import dev.outreach.schemas.MessageStatus;
import dev.outreach.schemas.MessageType;
import dev.outreach.schemas.OutreachStatus;
import dev.outreach.schemas.Profile;
import dev.outreach.schemas.ProfileEvent;
import dev.outreach.schemas.ProfileReviewed;
import dev.outreach.schemas.ReplayDraft;
import dev.outreach.schemas.ReplyReceived;
import dev.outreach.schemas.ReviewVerdict;
import dev.outreach.schemas.identity.DerivedId;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What is left of people who asked to be forgotten. */
class ErasureIT extends OneProjector {

  private static final String TYPED = "She is my neighbour.";
  private static final String MIGRATION =
      "/dev/outreach/readmodel/migration/V10__forget_reasons.sql";

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
  void shouldForgetWhatWasTypedAboutThemAndKeepWhy() {
    review("ada");
    review("bob");
    projector.applyEverything();
    assertThat(reasons("ada")).containsOnly(TYPED);

    erase("ada");

    assertThat(reasons("ada")).containsOnlyNulls();
    assertThat(messages("ada")).extracting(MessageRow::reasonCode).containsExactly("DISCARDED");
    assertThat(reasons("bob")).containsOnly(TYPED);
  }

  @Test
  void shouldForgetWhatAnEarlierVersionKept() throws IOException {
    review("ada");
    review("bob");
    projector.applyEverything();
    erase("ada");
    postgres.execute("UPDATE social_message_g1 SET reason = '%s'".formatted(TYPED));
    postgres.execute("UPDATE social_timeline_entry_g1 SET reason = '%s'".formatted(TYPED));

    postgres.execute(migration());

    assertThat(reasons("ada")).containsOnlyNulls();
    assertThat(reasons("bob")).containsOnly(TYPED);
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

  private void review(String name) {
    ProfileEvent passedOn = event(name, 2);
    passedOn.put("actor", new Actor(ActorKind.SYSTEM, "sending-consumer"));
    passedOn.put("event", new ProfileReviewed(ReviewVerdict.REJECTED, TYPED));
    log.append(log.events(0), passedOn);
    ProfileEvent review = event(name, 1);
    review.put("event", new ProfileReviewed(ReviewVerdict.REJECTED, TYPED));
    MessageState discarded = Events.message(name, 0, MessageStatus.DISCARDED);
    discarded.put("reasonCode", "DISCARDED");
    discarded.put("reason", TYPED);
    review.getAfter().put("message", discarded);
    log.append(log.events(0), review);
  }

  private static String migration() throws IOException {
    try (InputStream script = ReadModelMigration.class.getResourceAsStream(MIGRATION)) {
      return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
    }
  }

  private List<String> reasons(String name) {
    return Stream.concat(
            story(name).stream().map(TimelineRow::reason),
            messages(name).stream().map(MessageRow::reason))
        .toList();
  }

  private void erase(String name) {
    ProfileEvent erasure = event(name, 3);
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

  private List<MessageRow> messages(String name) {
    return new MessageList(postgres.dataSource())
        .page(MessageFilter.ofPeople("acme", Set.of(id(name))), null, 10)
        .rows();
  }
}
