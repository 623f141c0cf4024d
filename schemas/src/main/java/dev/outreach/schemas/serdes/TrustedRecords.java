package dev.outreach.schemas.serdes;

import dev.outreach.schemas.ProfileEvent;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro, which makes objects only of classes it was told to trust, to trust the generated
 * records of this module besides what it trusts already. Valid for the whole process.
 */
public final class TrustedRecords {

  private static final String PACKAGE = ProfileEvent.class.getPackageName();

  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getPackageName().equals(PACKAGE)));
  }

  private TrustedRecords() {}

  /** Needed once before a generated record is read; doing it again changes nothing. */
  public static void trust() {
    // The work is done when this class is initialised, exactly once.
  }
}
