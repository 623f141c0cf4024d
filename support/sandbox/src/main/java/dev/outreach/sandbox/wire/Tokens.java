package dev.outreach.sandbox.wire;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Access tokens that can be renewed: each renewal gives another one, and all of them are valid. */
public final class Tokens {

  private static final String MARK = ".renewed";

  private final AtomicLong renewals = new AtomicLong();

  /** Whether a token is an account's first one or one it was renewed to. */
  public static boolean isOf(String first, String given) {
    return given.equals(first) || given.matches(Pattern.quote(first + MARK) + "\\d+");
  }

  /** The next token of an account. */
  public String next(String first) {
    return first + MARK + renewals.incrementAndGet();
  }
}
