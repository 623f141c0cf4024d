package dev.outreach.schemas.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;

/** Makes earlier and later versions of union envelopes, to see what readers make of them. */
public final class Envelopes {

  private Envelopes() {}

  /** The same record with other payloads in one of its unions. */
  public static Schema withPayloads(
      Schema envelope, String union, UnaryOperator<List<Schema>> change) {
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : envelope.getFields()) {
      Schema schema =
          field.name().equals(union)
              ? Schema.createUnion(change.apply(field.schema().getTypes()))
              : field.schema();
      fields.add(new Schema.Field(field, schema));
    }
    return Schema.createRecord(
        envelope.getName(), envelope.getDoc(), envelope.getNamespace(), false, fields);
  }
}
