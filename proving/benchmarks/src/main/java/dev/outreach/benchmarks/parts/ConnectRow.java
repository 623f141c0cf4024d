package dev.outreach.benchmarks.parts;

import dev.outreach.schemas.ProfileEvent;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** The row of a person as a sink connector takes it. For one thread. */
final class ConnectRow {

  private @Nullable Schema schema;

  /** The record a connector is given for an event. */
  SinkRecord of(ConsumerRecord<byte[], byte[]> record, ProfileEvent event) {
    Map<String, @Nullable Object> row = PlainRow.of(event);
    Struct struct = new Struct(schemaOf(row));
    row.forEach(struct::put);
    return new SinkRecord(
        record.topic(), record.partition(), null, null, struct.schema(), struct, record.offset());
  }

  private Schema schemaOf(Map<String, @Nullable Object> row) {
    Schema known = schema;
    if (known == null) {
      SchemaBuilder builder = SchemaBuilder.struct().name("person");
      row.keySet().forEach(column -> builder.field(column, typeOf(column)));
      known = builder.build();
      schema = known;
    }
    return known;
  }

  private static Schema typeOf(String column) {
    if (column.equals(PlainRow.KEY)) {
      return Schema.STRING_SCHEMA;
    }
    return PlainRow.isNumber(column) ? Schema.OPTIONAL_INT64_SCHEMA : Schema.OPTIONAL_STRING_SCHEMA;
  }
}
