package dev.outreach.projector;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * What an event tells, read by field name: so a kind of event that a later version writes has its
 * place in the timeline as well.
 *
 * @param event the kind, for example {@code message_sent}
 * @param messageId the message it is about
 * @param reasonCode why, as a stable code
 * @param reason why, in words
 * @param body what the person wrote
 * @param details the other fields as JSON, without personal ones
 */
record EventStory(
    String event,
    @Nullable UUID messageId,
    @Nullable String reasonCode,
    @Nullable String reason,
    @Nullable String body,
    String details) {

  static EventStory of(Object payload) {
    if (!(payload instanceof IndexedRecord told)) {
      throw new IllegalArgumentException("event is no record: use one of the kinds of the schema");
    }
    StoryPlan plan = StoryPlan.of(told.getSchema());
    String messageId = text(plan.messageId(), told);
    return new EventStory(
        plan.event(),
        messageId == null ? null : Valid.id("messageId", messageId),
        text(plan.reasonCode(), told),
        text(plan.reason(), told),
        text(plan.body(), told),
        details(plan, told));
  }

  private static String details(StoryPlan plan, IndexedRecord told) {
    if (plan.details().isEmpty()) {
      return "{}";
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    plan.details().forEach(field -> fields.put(field.name(), plain(field.of(told))));
    return Json.of(fields);
  }

  /** A value JSON has a form for; what has none is told by its text. */
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Number number -> number;
      case Boolean flag -> flag;
      case Enum<?> symbol -> Word.of(symbol);
      case Instant time -> time.toString();
      case Collection<?> many -> many.stream().map(EventStory::plain).toList();
      default -> value.toString();
    };
  }

  private static @Nullable String text(StoryPlan.@Nullable Field field, IndexedRecord told) {
    Object value = field == null ? null : plain(field.of(told));
    return value == null ? null : value.toString();
  }
}
