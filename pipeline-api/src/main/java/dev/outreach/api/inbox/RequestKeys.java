package dev.outreach.api.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.outreach.api.inbox.Statements.Statement;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Remembers which request an idempotency key stands for, for as long as the inbox remembers events.
 * Thread-safe, also between processes.
 */
public final class RequestKeys {

  /** The update changes nothing; it is there because only then the row that stands is returned. */
  private static final String CLAIM =
      """
      INSERT INTO social_request_keys (job_id, request_sha256, first_used_at, people)
      VALUES (?, ?, ?, ?)
      ON CONFLICT (job_id) DO UPDATE SET job_id = excluded.job_id
      RETURNING request_sha256, people
      """;

  private static final String CHOSEN =
      "SELECT people FROM social_request_keys WHERE job_id = ? AND request_sha256 = ?";

  private final Statements statements;
  private final Clock clock;

  RequestKeys(Statements statements, Clock clock) {
    this.statements = statements;
    this.clock = clock;
  }

  /**
   * Lets the key stand for this request, unless it stands for one already. Durable on return.
   *
   * @param jobId follows from the key
   * @param request the request in its canonical form; only its SHA-256 is kept
   * @return whether it stands for this request
   * @throws InboxUnavailable where that cannot be known
   */
  public boolean claim(UUID jobId, String request) {
    return standing(jobId, request, List.of(), _ -> true).isPresent();
  }

  /**
   * Lets the key stand for this request and these people, unless it stands for some already.
   * Durable on return.
   *
   * @param id follows from the key
   * @param request the request in its canonical form; only its SHA-256 is kept
   * @param people who is chosen by it now
   * @return the people it stands for; empty where it stands for another request
   * @throws InboxUnavailable where that cannot be known
   */
  public Optional<List<UUID>> choose(UUID id, String request, List<UUID> people) {
    return standing(id, request, people, row -> uuids(row.getArray("people")));
  }

  /** The people the key stands for, where it stands for this request already. */
  public Optional<List<UUID>> chosen(UUID id, String request) {
    return statements
        .rows(
            new Statement(CHOSEN, List.of(id, sha256(request))),
            row -> uuids(row.getArray("people")))
        .stream()
        .findFirst();
  }

  /** What is read of the row that stands, where it is for this request. */
  private <T> Optional<T> standing(
      UUID id, String request, List<UUID> people, Statements.Reader<T> reader) {
    String hash = sha256(request);
    Statement claim =
        new Statement(
            CLAIM,
            List.of(id, hash, clock.instant(), people.stream().map(UUID::toString).toList()));
    return statements
        .rows(
            claim,
            row ->
                row.getString("request_sha256").equals(hash)
                    ? Optional.of(reader.read(row))
                    : Optional.<T>empty())
        .getFirst();
  }

  private static List<UUID> uuids(Array people) throws SQLException {
    return Arrays.stream((String[]) people.getArray()).map(UUID::fromString).toList();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
