package dev.outreach.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.schemas.StoredProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemaDocumentationTest {

  /** Fields that say who somebody is, where to reach them, or what was written. */
  private static final Set<String> PERSONAL =
      Set.of(
          "username",
          "externalId",
          "fullName",
          "bio",
          "location",
          "timeZone",
          "profileUrl",
          "website",
          "text",
          "sentText",
          "recipient",
          "address",
          "link",
          "handles",
          "requestedBy",
          "approvedBy",
          "Actor.name");

  @Test
  void shouldExplainEveryRecordEveryFieldAndEveryEnum() {
    assertThat(named().values())
        .allSatisfy(
            schema -> {
              assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
              if (schema.getType() == Schema.Type.RECORD) {
                assertThat(schema.getFields())
                    .allSatisfy(
                        field ->
                            assertThat(field.doc())
                                .as("%s.%s", schema.getName(), field.name())
                                .isNotBlank());
              }
            });
  }

  @Test
  void shouldMarkEveryPersonalFieldAndNoOther() {
    assertThat(named().values())
        .filteredOn(schema -> schema.getType() == Schema.Type.RECORD)
        .allSatisfy(
            schema ->
                assertThat(schema.getFields())
                    .allSatisfy(
                        field ->
                            assertThat(Boolean.TRUE.equals(field.getObjectProp("pii")))
                                .as("%s.%s", schema.getName(), field.name())
                                .isEqualTo(isPersonal(schema, field))));
  }

  private static boolean isPersonal(Schema schema, Schema.Field field) {
    return PERSONAL.contains(field.name())
        || PERSONAL.contains(schema.getName() + "." + field.name());
  }

  private static Map<String, Schema> named() {
    Map<String, Schema> found = new HashMap<>();
    Stream.concat(
            Topics.standard().events().stream().map(Topic::value),
            Stream.of(StoredProfile.getClassSchema()))
        .forEach(schema -> collect(schema, found));
    return found;
  }

  private static void collect(Schema schema, Map<String, Schema> found) {
    switch (schema.getType()) {
      case ENUM -> found.put(schema.getFullName(), schema);
      case ARRAY -> collect(schema.getElementType(), found);
      case MAP -> collect(schema.getValueType(), found);
      case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
      case RECORD -> {
        if (found.put(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), found));
        }
      }
      case FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
    }
  }
}
