package dev.outreach.projector;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.outreach.schemas.DraftCheck;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what goes into jsonb columns. */
final class Json {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(new JsonFactoryBuilder().characterEscapes(new WithoutNul()).build())
          .build();

  private Json() {}

  static String of(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("cannot be written as JSON", impossible);
    }
  }

  static String checks(List<DraftCheck> checks) {
    return checks.isEmpty() ? "[]" : of(checks.stream().map(Json::check).toList());
  }

  private static Map<String, @Nullable Object> check(DraftCheck check) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", check.getName());
    fields.put("passed", check.getPassed());
    fields.put("detail", check.getDetail().orElse(null));
    return fields;
  }

  /** PostgreSQL's jsonb has no NUL character: a text that contains one loses it. */
  private static final class WithoutNul extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes[0] = ESCAPE_CUSTOM;
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
      return new SerializedString("");
    }
  }
}
