package dev.outreach.projector;

import dev.outreach.schemas.ProfileEvent;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Writes an event the way a later version would: with a payload we have never heard of. */
final class LaterVersion {

  private static final Schema PRAISED =
      SchemaBuilder.record("ProfilePraised")
          .namespace("dev.outreach.schemas")
          .fields()
          .requiredString("by")
          .endRecord();

  private LaterVersion() {}

  static byte[] bytes(TestLog log, ProfileEvent event) throws Exception {
    Schema later = later(ProfileEvent.getClassSchema());
    GenericRecord record =
        new GenericDatumReader<GenericRecord>(ProfileEvent.getClassSchema(), later)
            .read(
                null,
                DecoderFactory.get()
                    .binaryDecoder(
                        ProfileEvent.getEncoder().encode(event).array(),
                        10,
                        avroLength(event),
                        null));
    record.put("event", new GenericRecordBuilder(PRAISED).set("by", "someone").build());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int id = log.registry.register(log.topics.profileEvents().subject(), new AvroSchema(later));
    bytes.write(0);
    bytes.write(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(later).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  /** Avro's single-object form: ten bytes of header, then the record. */
  private static int avroLength(ProfileEvent event) throws Exception {
    return ProfileEvent.getEncoder().encode(event).remaining() - 10;
  }

  private static Schema later(Schema now) {
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : now.getFields()) {
      fields.add(
          new Schema.Field(
              field, field.name().equals("event") ? wider(field.schema()) : field.schema()));
    }
    return Schema.createRecord(now.getName(), now.getDoc(), now.getNamespace(), false, fields);
  }

  private static Schema wider(Schema union) {
    List<Schema> branches = new ArrayList<>(union.getTypes());
    branches.add(PRAISED);
    return Schema.createUnion(branches);
  }
}
