package dev.outreach.schemas.serdes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * A reader's schema whose unions of records also take the records that only the writer's unions
 * have. It lives in memory only: shared named types may come from both schemas.
 */
final class WiderSchema {

  private WiderSchema() {}

  static Schema of(Schema reader, Schema writer) {
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : reader.getFields()) {
      Schema.Field same = writer.getField(field.name());
      fields.add(
          same == null
              ? new Schema.Field(field, field.schema())
              : new Schema.Field(field, union(field.schema(), same.schema())));
    }
    Schema wider =
        Schema.createRecord(reader.getName(), reader.getDoc(), reader.getNamespace(), false);
    wider.setFields(fields);
    return wider;
  }

  private static Schema union(Schema reader, Schema writer) {
    if (!reader.isUnion() || !writer.isUnion()) {
      return reader;
    }
    Set<String> known =
        reader.getTypes().stream().map(Schema::getFullName).collect(Collectors.toSet());
    List<Schema> branches = new ArrayList<>(reader.getTypes());
    writer.getTypes().stream()
        .filter(branch -> branch.getType() == Schema.Type.RECORD)
        .filter(branch -> !known.contains(branch.getFullName()))
        .forEach(branches::add);
    return Schema.createUnion(branches);
  }
}
