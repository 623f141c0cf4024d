package dev.outreach.standalone.stack;

import dev.outreach.runtime.Secret;
import dev.outreach.runtime.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The bearer token of the local administrator: {@code OUTREACH_ADMIN_TOKEN}, else one that is made
 * once and kept in the data folder, readable by its owner alone.
 */
public final class AdminToken {

  private static final String KEY = "OUTREACH_ADMIN_TOKEN";
  private static final int BYTES = 24;

  private AdminToken() {}

  /** The token that holds for a data folder, made now where there is none. */
  public static Secret of(Settings settings, Path folder) throws IOException {
    Secret configured = settings.secret(KEY).orElse(null);
    if (configured != null) {
      return configured;
    }
    Path file = fileIn(folder);
    if (!Files.exists(file)) {
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(random));
    }
    return new Secret(Files.readString(file).strip());
  }

  private static Path fileIn(Path folder) {
    return folder.resolve("admin-token");
  }
}
