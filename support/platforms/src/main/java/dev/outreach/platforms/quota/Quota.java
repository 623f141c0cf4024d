package dev.outreach.platforms.quota;

import java.util.OptionalInt;

/**
 * How often an account may use something.
 *
 * @param name stable, under which uses are counted: lower case, digits and hyphens
 * @param words for an operator, following a number: {@code different hashtags in seven days}
 * @param most above zero; empty where the platform does not publish it, and uses are only counted
 */
public record Quota(String name, String words, OptionalInt most, QuotaWindow window) {

  public Quota {
    if (!name.matches("[a-z0-9-]{1,60}")) {
      throw new IllegalArgumentException("name is " + name + "; give it like calls-a-day");
    }
    if (most.isPresent() && most.getAsInt() < 1) {
      throw new IllegalArgumentException("most is " + most.getAsInt() + "; give one or more");
    }
  }
}
