package dev.outreach.discovery.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * What one pass over a file's bytes tells: the encoding, whether it is compressed, and a hash that
 * stands for the content.
 *
 * @param sha256 over the uncompressed bytes, in hex
 * @param byteOrderMark length in bytes of the mark to skip
 */
record FileFacts(boolean gzip, Charset charset, int byteOrderMark, String sha256) {

  private static final int BUFFER = 64 * 1024;
  private static final int GZIP_MAGIC = 0x1f8b;

  /** What spreadsheets on Windows write where they do not write UTF-8. */
  private static final Charset FALLBACK = Charset.forName("windows-1252");

  static FileFacts of(Path file) throws IOException {
    boolean gzip = isGzip(file);
    MessageDigest digest = newDigest();
    Utf8Check utf8 = new Utf8Check();
    byte[] start = new byte[0];
    try (InputStream bytes = bytes(file, gzip)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = bytes.readNBytes(buffer, 0, BUFFER);
          read > 0;
          read = bytes.readNBytes(buffer, 0, BUFFER)) {
        start = start.length == 0 ? Arrays.copyOf(buffer, Math.min(read, 3)) : start;
        digest.update(buffer, 0, read);
        utf8.feed(buffer, read);
      }
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    return withMark(gzip, start, hash, utf8.passed());
  }

  InputStream open(Path file) throws IOException {
    InputStream bytes = bytes(file, gzip);
    bytes.skipNBytes(byteOrderMark);
    return bytes;
  }

  String layout() {
    return charset.displayName() + (gzip ? ", gzip" : "");
  }

  private static FileFacts withMark(boolean gzip, byte[] start, String hash, boolean isUtf8) {
    if (begins(start, 0xef, 0xbb, 0xbf)) {
      return new FileFacts(gzip, StandardCharsets.UTF_8, 3, hash);
    }
    if (begins(start, 0xff, 0xfe)) {
      return new FileFacts(gzip, StandardCharsets.UTF_16LE, 2, hash);
    }
    if (begins(start, 0xfe, 0xff)) {
      return new FileFacts(gzip, StandardCharsets.UTF_16BE, 2, hash);
    }
    return new FileFacts(gzip, isUtf8 ? StandardCharsets.UTF_8 : FALLBACK, 0, hash);
  }

  private static boolean begins(byte[] start, int... mark) {
    if (start.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((start[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isGzip(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] magic = bytes.readNBytes(2);
      return magic.length == 2 && (((magic[0] & 0xff) << 8) | (magic[1] & 0xff)) == GZIP_MAGIC;
    }
  }

  private static InputStream bytes(Path file, boolean gzip) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    try {
      return gzip ? new GZIPInputStream(bytes, BUFFER) : new BufferedInputStream(bytes, BUFFER);
    } catch (IOException broken) {
      bytes.close();
      throw broken;
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
