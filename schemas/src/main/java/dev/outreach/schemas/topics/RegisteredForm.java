package dev.outreach.schemas.topics;

import dev.outreach.schemas.serdes.TrustedRecords;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** A schema as outsiders see it: without the properties that only our Java compiler needs. */
public final class RegisteredForm {

  private RegisteredForm() {}

  /** Made by the serializer's own code, so that registry and serializer agree to the letter. */
  public static AvroSchema of(Schema schema) {
    TrustedRecords.trust();
    Object empty = new SpecificData(RegisteredForm.class.getClassLoader()).newRecord(null, schema);
    return new AvroSchema(AvroSchemaUtils.getSchema(empty, false, false, true));
  }
}
