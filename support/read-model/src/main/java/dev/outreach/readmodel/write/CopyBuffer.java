package dev.outreach.readmodel.write;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/** Rows in the binary form of COPY on their way to PostgreSQL. For one thread. */
final class CopyBuffer {

  private static final byte[] SIGNATURE =
      "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int FLUSH_ABOVE = 48 * 1024;

  private ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);

  /** Begins: the signature, no flags, no extension. */
  void begin() {
    room(SIGNATURE.length + 8);
    buffer.put(SIGNATURE).putInt(0).putInt(0);
  }

  void beginRow(int columns) {
    room(2);
    buffer.putShort((short) columns);
  }

  void none() {
    room(4);
    buffer.putInt(-1);
  }

  void bytes(byte[] value) {
    room(4 + value.length);
    buffer.putInt(value.length).put(value);
  }

  /** jsonb is a version number, 1, before its text. */
  void jsonb(byte[] text) {
    room(5 + text.length);
    buffer.putInt(1 + text.length).put((byte) 1).put(text);
  }

  void uuid(long high, long low) {
    room(20);
    buffer.putInt(16).putLong(high).putLong(low);
  }

  void bigint(long value) {
    room(12);
    buffer.putInt(8).putLong(value);
  }

  void smallint(short value) {
    room(6);
    buffer.putInt(2).putShort(value);
  }

  void integer(int value) {
    room(8);
    buffer.putInt(4).putInt(value);
  }

  void flag(boolean value) {
    room(5);
    buffer.putInt(1).put((byte) (value ? 1 : 0));
  }

  /** Sends what has gathered, where it is worth it. */
  void flushIfFull(CopyIn copy) throws SQLException {
    if (buffer.position() > FLUSH_ABOVE) {
      flush(copy);
    }
  }

  /** Ends: the trailer, and everything goes out. */
  void end(CopyIn copy) throws SQLException {
    room(2);
    buffer.putShort((short) -1);
    flush(copy);
  }

  private void flush(CopyIn copy) throws SQLException {
    copy.writeToCopy(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  private void room(int bytes) {
    if (buffer.remaining() < bytes) {
      ByteBuffer larger =
          ByteBuffer.allocate(Math.max(buffer.capacity() * 2, buffer.position() + bytes));
      buffer = larger.put(buffer.flip());
    }
  }
}
