package dev.outreach.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON body, asked for one by one. A field that is absent or wrong gives a harmless
 * value and a complaint; {@link #finish} then refuses the whole request with every complaint,
 * fields nobody asked for included. Not thread-safe; made for one request.
 */
public final class BodyFields {

  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
  private static final UUID NO_ID = new UUID(0, 0);

  private final ObjectNode object;
  private final String path;
  private final Complaints complaints;
  private final Set<String> asked = new TreeSet<>();
  private final List<BodyFields> children = new ArrayList<>();

  private BodyFields(ObjectNode object, String path, Complaints complaints) {
    this.object = object;
    this.path = path;
    this.complaints = complaints;
  }

  /**
   * Reads a body.
   *
   * @throws ProblemException where it is no JSON object
   */
  public static BodyFields of(byte[] body) {
    return new BodyFields(Json.object(body), "", new Complaints());
  }

  /** Whether the field is there and not null. */
  public boolean has(String name) {
    return value(name) != null;
  }

  /** A text that must be there. */
  public String text(String name, int longest) {
    return required(name, optionalText(name, longest), "send a text").orElse("");
  }

  /** A text that may be absent. */
  public Optional<String> optionalText(String name, int longest) {
    return optional(name, (field, node) -> textOf(field, node, longest));
  }

  /** An id that must be there. */
  public UUID id(String name) {
    return required(name, optional(name, this::idOf), "send a UUID").orElse(NO_ID);
  }

  /** A sha-256 in lower-case hex that must be there. */
  public String fingerprint(String name) {
    return required(name, optional(name, this::fingerprintOf), "send it as our answers show it")
        .orElse("");
  }

  /** A lower-case word of an enumeration that must be there; the first one stands in for it. */
  public <E extends Enum<E>> E word(String name, List<E> words) {
    Optional<E> chosen = optional(name, (field, node) -> wordOf(field, node, words));
    return required(name, chosen, "send one of " + lowerCase(words)).orElse(words.getFirst());
  }

  /** A whole number, or the fallback where it is absent. */
  public int integer(String name, int fallback, int least, int most) {
    return optional(name, (field, node) -> integerOf(field, node, least, most)).orElse(fallback);
  }

  /** True or false, where it is there. */
  public Optional<Boolean> flag(String name) {
    return optional(
        name,
        (field, node) ->
            node.isBoolean()
                ? Optional.of(node.booleanValue())
                : complain(field, "is not true or false", "send true or false without quotes"));
  }

  /** True or false that must be there. */
  public boolean requiredFlag(String name) {
    return required(name, flag(name), "send true or false").orElse(false);
  }

  /** A time with its zone, where it is there. */
  public Optional<Instant> time(String name) {
    return optional(name, this::timeOf);
  }

  /** Texts; none where the field is absent. */
  public List<String> texts(String name, int longestList, int longestText) {
    return list(name, longestList, (field, node) -> textOf(field, node, longestText));
  }

  /** Ids; none where the field is absent. */
  public List<UUID> ids(String name, int longestList) {
    return list(name, longestList, this::idOf);
  }

  /** Objects within this one, at least one. */
  public List<BodyFields> objects(String name, int longestList) {
    List<BodyFields> found = list(name, longestList, this::childOf);
    if (!has(name)) {
      complain(path + name, "is missing", "send a list with at least one entry");
    }
    return found;
  }

  /** Notes a mistake that only the endpoint can see. */
  public void refuse(String name, String problem, String fix) {
    complaints.add(path + name, problem, fix);
  }

  /**
   * Ends the reading.
   *
   * @throws ProblemException naming every mistake
   */
  public void finish() {
    complainOfUnknown();
    complaints.refuseIfAny();
  }

  private void complainOfUnknown() {
    children.forEach(BodyFields::complainOfUnknown);
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                complaints.add(
                    path + shortened(name), "is unknown", "leave it out; known are " + asked);
              }
            });
  }

  private @Nullable JsonNode value(String name) {
    asked.add(name);
    JsonNode node = object.get(name);
    return node == null || node.isNull() ? null : node;
  }

  private <T> Optional<T> optional(String name, BiFunction<String, JsonNode, Optional<T>> reader) {
    JsonNode node = value(name);
    return node == null ? Optional.empty() : reader.apply(path + name, node);
  }

  /** Complains only of what is absent: what is wrong was complained of by its reader. */
  private <T> Optional<T> required(String name, Optional<T> value, String fix) {
    return !has(name) ? complain(path + name, "is missing", fix) : value;
  }

  private <T> List<T> list(
      String name, int longest, BiFunction<String, JsonNode, Optional<T>> reader) {
    JsonNode node = value(name);
    if (node == null) {
      return List.of();
    }
    String field = path + name;
    if (!node.isArray() || node.isEmpty() || node.size() > longest) {
      complain(field, "is not a list of 1 to " + longest, "send a JSON array of that length");
      return List.of();
    }
    List<T> read = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      reader.apply(field + "[" + i + "]", node.get(i)).ifPresent(read::add);
    }
    return read;
  }

  private Optional<String> textOf(String field, JsonNode node, int longest) {
    if (!node.isTextual()) {
      return complain(field, "is not a text", "put it in double quotes");
    }
    Optional<Texts.Flaw> flaw = Texts.flaw(node.textValue(), longest);
    return flaw.isEmpty()
        ? Optional.of(node.textValue().strip())
        : complain(field, flaw.get().problem(), flaw.get().fix());
  }

  private Optional<UUID> idOf(String field, JsonNode node) {
    Optional<UUID> id = node.isTextual() ? Texts.uuid(node.textValue()) : Optional.empty();
    return id.isPresent()
        ? id
        : complain(field, "is not a UUID", "send the id as our answers show it");
  }

  private Optional<String> fingerprintOf(String field, JsonNode node) {
    return node.isTextual() && FINGERPRINT.matcher(node.textValue()).matches()
        ? Optional.of(node.textValue())
        : complain(field, "is not a sha-256 in hex", "send it as our answers show it");
  }

  private <E extends Enum<E>> Optional<E> wordOf(String field, JsonNode node, List<E> words) {
    Optional<E> found =
        words.stream().filter(word -> lowerCase(word).equals(node.textValue())).findFirst();
    return found.isPresent()
        ? found
        : complain(field, "is none of the words known", "send one of " + lowerCase(words));
  }

  private Optional<Integer> integerOf(String field, JsonNode node, int least, int most) {
    if (node.isIntegralNumber()
        && node.canConvertToInt()
        && node.intValue() >= least
        && node.intValue() <= most) {
      return Optional.of(node.intValue());
    }
    return complain(
        field,
        "is not a whole number from %d to %d".formatted(least, most),
        "send such a number without quotes");
  }

  private Optional<Instant> timeOf(String field, JsonNode node) {
    try {
      Instant time = OffsetDateTime.parse(node.asText("")).toInstant();
      if (time.isAfter(Instant.EPOCH) && time.isBefore(Instant.parse("9999-01-01T00:00:00Z"))) {
        return Optional.of(time);
      }
    } catch (DateTimeParseException _) {
      // Complained of below, with the times that are out of range.
    }
    return complain(field, "is not a time", "send it like 2026-11-22T14:02:11Z");
  }

  private Optional<BodyFields> childOf(String field, JsonNode node) {
    if (!(node instanceof ObjectNode child)) {
      return complain(field, "is not an object", "begin it with {");
    }
    BodyFields fields = new BodyFields(child, field + ".", complaints);
    children.add(fields);
    return Optional.of(fields);
  }

  private <T> Optional<T> complain(String field, String problem, String fix) {
    complaints.add(field, problem, fix);
    return Optional.empty();
  }

  private static <E extends Enum<E>> List<String> lowerCase(List<E> words) {
    return words.stream().map(BodyFields::lowerCase).toList();
  }

  private static <E extends Enum<E>> String lowerCase(E word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  /** A name nobody knows may be anything, so no more of it is repeated than helps. */
  private static String shortened(String name) {
    return name.length() <= 60 ? name : name.substring(0, 60) + "…";
  }

  /** All words of an enumeration but those that mean "newer than this program". */
  public static <E extends Enum<E>> List<E> wordsOf(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(word -> !word.name().equals("UNKNOWN"))
        .toList();
  }
}
