package dev.outreach.api.http;

import dev.outreach.schemas.identity.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The query parameters of a request, asked for one by one like the fields of a body. Not
 * thread-safe; made for one request.
 */
public final class QueryFields {

  /** The workspace where none is named. */
  public static final String DEFAULT_WORKSPACE = "default";

  private final Map<String, List<String>> parameters;
  private final Complaints complaints = new Complaints();
  private final Set<String> asked = new TreeSet<>();

  /** Parameters by name, each with all its values. */
  public QueryFields(Map<String, List<String>> parameters) {
    this.parameters = Map.copyOf(parameters);
  }

  /** An id written the one way our answers write it. */
  public static Optional<UUID> idOf(String text) {
    return Texts.uuid(text);
  }

  /** Whose people: {@code workspace}. */
  public String workspace() {
    String workspace = one("workspace").orElse(DEFAULT_WORKSPACE);
    if (!Workspace.isName(workspace)) {
      complaints.add("workspace", "is not a workspace", Workspace.RULE);
    }
    return workspace;
  }

  /** One of some words, where it is there. */
  public Optional<String> word(String name, List<String> words) {
    Optional<String> word = one(name);
    if (word.isPresent() && !words.contains(word.get())) {
      complaints.add(name, "is none of the words known", "use one of " + words);
      return Optional.empty();
    }
    return word;
  }

  /** An id, where it is there. */
  public Optional<UUID> id(String name) {
    Optional<String> text = one(name);
    Optional<UUID> id = text.flatMap(Texts::uuid);
    if (text.isPresent() && id.isEmpty()) {
      complaints.add(name, "is not a UUID", "use the id as our answers show it");
    }
    return id;
  }

  /** A whole number, or the fallback where it is absent. */
  public int integer(String name, int fallback, int least, int most) {
    Optional<String> text = one(name);
    if (text.isEmpty()) {
      return fallback;
    }
    if (text.get().matches("\\d{1,9}")) {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    }
    complaints.add(
        name,
        "is not a whole number from %d to %d".formatted(least, most),
        "use such a number, or leave it out");
    return fallback;
  }

  /** A time from 1970 until now, where it is there. */
  public Optional<Instant> pastTime(String name, Instant now) {
    return one(name)
        .flatMap(
            text ->
                switch (PastTime.of(text, now)) {
                  case PastTime.Known(Instant time) -> Optional.of(time);
                  case PastTime.Flawed(String problem, String fix) -> {
                    complaints.add(name, problem, fix + ", or leave it out");
                    yield Optional.empty();
                  }
                });
  }

  /** A text, where it is there. */
  public Optional<String> text(String name, int longest) {
    Optional<String> text = one(name);
    Optional<Texts.Flaw> flaw = text.flatMap(given -> Texts.flaw(given, longest));
    flaw.ifPresent(found -> complaints.add(name, found.problem(), found.fix()));
    return flaw.isPresent() ? Optional.empty() : text;
  }

  /** Notes a mistake that only the endpoint can see. */
  public void refuse(String name, String problem, String fix) {
    complaints.add(name, problem, fix);
  }

  /**
   * Ends the reading.
   *
   * @throws ProblemException naming every mistake
   */
  public void finish() {
    Set<String> unknown = new TreeSet<>(parameters.keySet());
    unknown.removeAll(asked);
    unknown.stream()
        .limit(10)
        .forEach(
            name ->
                complaints.add(
                    name.length() <= 60 ? name : name.substring(0, 60),
                    "is unknown",
                    "leave it out; known are " + asked));
    complaints.refuseIfAny();
  }

  private Optional<String> one(String name) {
    asked.add(name);
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.size() > 1) {
      complaints.add(name, "is there more than once", "send it once");
    }
    return values.stream().findFirst().filter(value -> !value.isEmpty());
  }
}
