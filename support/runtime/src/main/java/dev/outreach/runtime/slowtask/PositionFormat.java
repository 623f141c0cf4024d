package dev.outreach.runtime.slowtask;

import java.util.Base64;
import java.util.BitSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * Keeps a {@link Position} in a committed offset: the offset itself, and the bits beyond it as
 * base64 in the metadata. A broker takes 4096 characters of metadata ({@code
 * offset.metadata.max.bytes}); the widest window of {@link OffsetTracker} needs 2670.
 */
final class PositionFormat {

  private static final String MARK = "done:";

  private PositionFormat() {}

  static OffsetAndMetadata toCommit(Position position) {
    BitSet beyond = position.beyond();
    String metadata =
        beyond.isEmpty() ? "" : MARK + Base64.getEncoder().encodeToString(beyond.toByteArray());
    return new OffsetAndMetadata(position.next(), metadata);
  }

  /**
   * Metadata that is not ours, as an operator's offset reset leaves it, says nothing beyond the
   * offset: the records after it are worked on again.
   */
  static Position ofCommitted(OffsetAndMetadata committed) {
    String metadata = committed.metadata();
    if (!metadata.startsWith(MARK)) {
      return Position.at(committed.offset());
    }
    try {
      byte[] bits = Base64.getDecoder().decode(metadata.substring(MARK.length()));
      return new Position(committed.offset(), BitSet.valueOf(bits));
    } catch (IllegalArgumentException foreign) {
      return Position.at(committed.offset());
    }
  }
}
