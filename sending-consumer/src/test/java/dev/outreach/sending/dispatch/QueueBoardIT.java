package dev.outreach.sending.dispatch;

import static dev.outreach.sending.support.OrderFixture.STUDIO;
import static dev.outreach.sending.support.OrderFixture.answer;
import static dev.outreach.sending.support.OrderFixture.firstMessage;
import static dev.outreach.sending.support.SendingFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.sending.domain.Cap;
import dev.outreach.sending.domain.Limits;
import dev.outreach.sending.domain.Limits.Lane;
import dev.outreach.sending.domain.Pacing;
import dev.outreach.sending.domain.Reason;
import dev.outreach.sending.domain.Result.Route;
import dev.outreach.sending.domain.Usage;
import dev.outreach.sending.ledger.Accounts;
import dev.outreach.sending.ledger.ClaimRules;
import dev.outreach.sending.ledger.QueueBoard;
import dev.outreach.sending.ledger.SendQueue;
import dev.outreach.sending.ledger.Waiting;
import dev.outreach.sending.support.SendingFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueBoardIT extends OneSender {

  private static final Lane OFFICIAL = new Lane("INSTAGRAM", Route.OFFICIAL_API);
  private static final Lane BY_HAND = new Lane("INSTAGRAM", Route.MANUAL);

  @Test
  void shouldWriteDownTheQueueForOthers() {
    Limits limits = Limits.none().with(OFFICIAL, Pacing.capped(new Cap(1, Duration.ofHours(1))));
    for (String person : List.of("ann", "bob", "cyd")) {
      fixture.order(answer(person, fixture.now()));
    }
    QueueBoard board = new QueueBoard(fixture.database(), rules(limits));

    assertThat(board.refresh(10, fixture.now().plusSeconds(1))).contains(3);

    assertThat(
            fixture.number(
                """
                SELECT count(*) FROM social_send_queue
                WHERE state = 'waiting' AND place = 3 AND reason_code = 'LIMIT'
                  AND allowed = 1 AND within_seconds = 3600 AND predicted_at IS NOT NULL\
                """))
        .isEqualTo(1);
    assertThat(
            fixture.number(
                "SELECT count(*) FROM social_send_queue WHERE place = 1 AND reason_code IS NULL"))
        .isEqualTo(1);
    assertThat(fixture.number("SELECT sum(allowed) FROM social_send_gauges")).isEqualTo(1);
  }

  @Test
  void shouldExplainTheQueueByTheRulesItIsWorkedOffBy() {
    Limits limits = Limits.none().with(OFFICIAL, Pacing.capped(new Cap(1, Duration.ofHours(1))));
    Instant now = fixture.now();
    for (String person : List.of("ann", "bob", "cyd")) {
      fixture.order(answer(person, now));
    }

    List<Waiting> queue = queue(limits).explain(10, fixture.now().plusSeconds(1));

    assertThat(queue).hasSize(3);
    List<Instant> predicted =
        queue.stream().map(waiting -> waiting.predictedAt().orElseThrow()).toList();
    assertThat(predicted.get(1)).isEqualTo(predicted.get(0).plus(Duration.ofHours(1)));
    assertThat(predicted.get(2)).isEqualTo(predicted.get(0).plus(Duration.ofHours(2)));
    assertThat(queue.get(0).reason()).isEmpty();
    assertThat(queue.get(1).reason().map(Reason::code)).contains("LIMIT");
  }

  @Test
  void shouldShowNobodyInLineMoreUsedThanIsAllowed() {
    Limits limits = Limits.none().with(BY_HAND, Pacing.capped(new Cap(2, Duration.ofDays(1))));
    fixture.limits(limits);
    Instant now = fixture.now();
    for (int i = 0; i < 8; i++) {
      fixture.order(firstMessage("person" + i, now));
    }
    fixture.startDispatcher(platform);
    eventually()
        .until(() -> fixture.count("WAITING_PERSON") == 2 && fixture.waitingFor("LIMIT") == 6);

    List<Waiting> queue = queue(limits).explain(10, fixture.now().plusSeconds(1));

    assertThat(queue)
        .hasSize(6)
        .allSatisfy(
            waiting -> assertThat(waiting.usage()).contains(new Usage(2, 2, Duration.ofDays(1))));
  }

  @Test
  void shouldExplainAPause() {
    fixture.order(answer("ann", fixture.now()));
    new Accounts(fixture.database()).pause(STUDIO, "ada", fixture.now());

    Waiting waiting = queue(Limits.none()).explain(10, fixture.now()).getFirst();

    assertThat(waiting.reason().map(Reason::code)).contains("ACCOUNT_PAUSED");
    assertThat(waiting.predictedAt()).isEmpty();
  }

  private SendQueue queue(Limits limits) {
    return new SendQueue(fixture.database(), rules(limits));
  }

  private ClaimRules rules(Limits limits) {
    return new ClaimRules(limits, SendingFixture.outlets(platform)::way, Duration.ofSeconds(30), 4);
  }
}
