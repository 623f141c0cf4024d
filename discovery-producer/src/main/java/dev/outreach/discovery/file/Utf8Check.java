package dev.outreach.discovery.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Says whether a stream of bytes is UTF-8, in constant memory. */
final class Utf8Check {

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer discarded = CharBuffer.allocate(8 * 1024);
  private ByteBuffer rest = ByteBuffer.allocate(0);
  private boolean malformed;

  void feed(byte[] bytes, int length) {
    if (malformed) {
      return;
    }
    ByteBuffer input = ByteBuffer.allocate(rest.remaining() + length);
    input.put(rest).put(bytes, 0, length).flip();
    CoderResult result;
    do {
      discarded.clear();
      result = decoder.decode(input, discarded, false);
      malformed |= result.isError();
    } while (result.isOverflow());
    rest = input;
  }

  /** True where all was UTF-8 and no character is cut off at the end. */
  boolean passed() {
    return !malformed && !rest.hasRemaining();
  }
}
