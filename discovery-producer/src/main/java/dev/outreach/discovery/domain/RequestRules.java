package dev.outreach.discovery.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.outreach.schemas.identity.Handle;
import dev.outreach.schemas.identity.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a request must be to become a job. */
public final class RequestRules {

  static final int MOST_PROFILES = 100_000;
  static final int MOST_HANDLES = 10_000;
  static final int MOST_WORDS = 100;
  static final int LONGEST_WORD = 300;
  private static final int LONGEST_ID = 200;
  private static final int MOST_BYTES = 600_000;

  private RequestRules() {}

  /** The first rule the request breaks; empty where it is fine. */
  public static Optional<Refusal> broken(JobRequest request) {
    return Stream.of(
            identity(request), platform(request), cap(request), size(request), purpose(request))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * Categories, locations or keywords cut down to where they are still refused, so that a request
   * of any size fits into a record of the log.
   */
  public static List<String> wordsWithinBounds(List<String> words) {
    return words.stream().limit(MOST_WORDS + 1L).map(RequestRules::withinBounds).toList();
  }

  /** Handles cut down to where they are still refused. */
  public static List<String> handlesWithinBounds(List<String> handles) {
    List<String> cut =
        handles.stream().limit(MOST_HANDLES + 1L).map(RequestRules::withinBounds).toList();
    int bytes = cut.stream().mapToInt(handle -> handle.getBytes(UTF_8).length).sum();
    // One handle that is too long says the same as too many long ones.
    return bytes > MOST_BYTES ? List.of("x".repeat(LONGEST_WORD + 1)) : cut;
  }

  /** A word cut down to where it is still refused. */
  public static String withinBounds(String word) {
    return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD + 1);
  }

  private static Optional<Refusal> identity(JobRequest request) {
    if (request.jobId().isBlank() || request.jobId().length() > LONGEST_ID) {
      return refusal("BAD_JOB_ID", "jobId must have 1 to " + LONGEST_ID + " characters: give one");
    }
    return Workspace.isName(request.workspaceId())
        ? Optional.empty()
        : refusal("BAD_WORKSPACE", "workspaceId is not a workspace: " + Workspace.RULE);
  }

  private static Optional<Refusal> platform(JobRequest request) {
    try {
      Handle.platformName(request.platform());
      return Optional.empty();
    } catch (IllegalArgumentException unknown) {
      return refusal("UNKNOWN_PLATFORM", String.valueOf(unknown.getMessage()));
    }
  }

  private static Optional<Refusal> cap(JobRequest request) {
    int cap = request.maxProfiles();
    return cap < 1 || cap > MOST_PROFILES
        ? refusal("BAD_CAP", "maxProfiles is " + cap + ": use 1 to " + MOST_PROFILES)
        : Optional.empty();
  }

  private static Optional<Refusal> size(JobRequest request) {
    Map<String, List<String>> words =
        Map.of(
            "categories", request.categories(),
            "locations", request.locations(),
            "keywords", request.keywords());
    Optional<Refusal> tooMany =
        words.entrySet().stream()
            .filter(entry -> entry.getValue().size() > MOST_WORDS)
            .flatMap(entry -> tooMany(entry.getKey(), entry.getValue(), MOST_WORDS).stream())
            .findFirst();
    if (tooMany.isPresent()) {
      return tooMany;
    }
    if (request.handles().size() > MOST_HANDLES) {
      return tooMany("handles", request.handles(), MOST_HANDLES);
    }
    return Stream.concat(words.values().stream().flatMap(List::stream), request.handles().stream())
            .anyMatch(word -> word.length() > LONGEST_WORD)
        ? refusal("TOO_LONG", "a word is longer than " + LONGEST_WORD + " characters: shorten it")
        : Optional.empty();
  }

  private static Optional<Refusal> purpose(JobRequest request) {
    boolean empty =
        Stream.of(request.categories(), request.locations(), request.keywords(), request.handles())
            .flatMap(List::stream)
            .allMatch(String::isBlank);
    return empty
        ? refusal(
            "NOTHING_TO_SEARCH",
            "categories, locations, keywords and handles are all empty: fill at least one")
        : Optional.empty();
  }

  private static Optional<Refusal> tooMany(String field, List<String> values, int most) {
    return refusal(
        "TOO_MANY", "%s has %d entries: give at most %d".formatted(field, values.size(), most));
  }

  private static Optional<Refusal> refusal(String code, String reason) {
    return Optional.of(new Refusal(code, reason));
  }
}
