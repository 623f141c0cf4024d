package dev.outreach.projector;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which field of a kind of event goes where; worked out once for each kind.
 *
 * @param event the kind as the timeline spells it
 * @param details the fields that have no column of their own and are not personal
 */
record StoryPlan(
    String event,
    @Nullable Field messageId,
    @Nullable Field reasonCode,
    @Nullable Field reason,
    @Nullable Field body,
    List<Field> details) {

  private static final Set<String> WITH_A_COLUMN =
      Set.of("messageId", "reasonCode", "reason", "text");
  private static final Map<Schema, StoryPlan> PLANS = new ConcurrentHashMap<>();

  /** Where a value is found. */
  record Field(String name, int place) {

    @Nullable Object of(IndexedRecord told) {
      return told.get(place);
    }
  }

  static StoryPlan of(Schema kind) {
    return PLANS.computeIfAbsent(kind, StoryPlan::made);
  }

  private static StoryPlan made(Schema kind) {
    return new StoryPlan(
        Word.ofRecord(kind.getName()),
        named(kind, "messageId"),
        named(kind, "reasonCode"),
        named(kind, "reason"),
        named(kind, "text"),
        kind.getFields().stream()
            .filter(field -> !WITH_A_COLUMN.contains(field.name()))
            .filter(field -> !Boolean.TRUE.equals(field.getObjectProp("pii")))
            .map(field -> new Field(field.name(), field.pos()))
            .toList());
  }

  private static @Nullable Field named(Schema kind, String name) {
    Schema.Field field = kind.getField(name);
    return field == null ? null : new Field(name, field.pos());
  }
}
