package dev.outreach.runtime;

/** A setting nobody can work with; the message begins with its key and ends with the fix. */
public final class InvalidSetting extends IllegalArgumentException {

  /**
   * A refused setting.
   *
   * @param key the environment variable
   * @param problem what is wrong and how to mend it
   */
  public InvalidSetting(String key, String problem) {
    super(key + " " + problem);
  }
}
