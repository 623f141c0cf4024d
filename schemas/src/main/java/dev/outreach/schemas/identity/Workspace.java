package dev.outreach.schemas.identity;

import java.util.regex.Pattern;

/** What a workspace may be called, so that every way in and out can name it. */
public final class Workspace {

  /** What a name must be, for people. */
  public static final String RULE = "use 1 to 64 letters, digits, dots, dashes and underscores";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private Workspace() {}

  /** Whether it may be the name of a workspace. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
