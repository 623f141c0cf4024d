package dev.outreach.api;

import dev.outreach.api.http.Problem;
import dev.outreach.api.status.PastStatus;
import dev.outreach.api.status.StatusView;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers about the past over HTTP: one at a time and within a limit of time, because each reads
 * the log from its beginning. Thread-safe.
 */
final class PastAnswers {

  private static final Logger log = LoggerFactory.getLogger(PastAnswers.class);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final PastStatus past;
  private final Semaphore one = new Semaphore(1);

  PastAnswers(PastStatus past) {
    this.past = past;
  }

  /**
   * What the screen showed.
   *
   * @throws dev.outreach.api.http.ProblemException 503 where another answer is being made, the log
   *     is too long for an answer over HTTP, or it cannot be read
   */
  StatusView status(String workspace, Instant at) {
    if (!one.tryAcquire()) {
      throw Problem.unavailable(
              "PAST_BUSY", "Another question about the past is being answered: ask again")
          .thrown();
    }
    long giveUp = System.nanoTime() + LONGEST.toNanos();
    try {
      return StatusView.of(workspace, past.at(workspace, at, (_, _) -> endIfTooLong(giveUp)), at);
    } catch (KafkaException failure) {
      log.warn("The past cannot be read ({})", failure.getClass().getSimpleName());
      throw Problem.unavailable("LOG_UNAVAILABLE", "The log cannot be read now: ask again")
          .thrown();
    } finally {
      one.release();
    }
  }

  private static void endIfTooLong(long giveUp) {
    if (System.nanoTime() > giveUp) {
      throw Problem.unavailable(
              "PAST_TOO_LONG",
              "The log until then takes longer than %d s to read: use outreach status --at, which shows how far it is"
                  .formatted(LONGEST.toSeconds()))
          .thrown();
    }
  }
}
