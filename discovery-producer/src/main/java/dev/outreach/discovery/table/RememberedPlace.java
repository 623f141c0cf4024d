package dev.outreach.discovery.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.storage.MemoryOffsetBackingStore;

/**
 * Tells the engine where to go on, from one of its own settings. What it would store is kept in
 * memory only: the place that counts is stored with the records. Public because the engine makes it
 * by its name.
 */
public final class RememberedPlace extends MemoryOffsetBackingStore {

  static final String SETTING = "outreach.place";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** For the engine. */
  public RememberedPlace() {}

  @Override
  public void configure(WorkerConfig config) {
    super.configure(config);
    Object place = config.originals().get(SETTING);
    if (place != null) {
      data.put(key(config.originals()), bytes(place.toString()));
    }
  }

  @Override
  public Set<Map<String, Object>> connectorPartitions(String connectorName) {
    return Set.of();
  }

  /** The name of the only place there is, as the engine asks for it. */
  private static ByteBuffer key(Map<String, ?> settings) {
    try {
      return bytes(
          JSON.writeValueAsString(
              List.of(
                  String.valueOf(settings.get("name")),
                  Map.of("server", String.valueOf(settings.get("topic.prefix"))))));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("plain words are JSON", impossible);
    }
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
