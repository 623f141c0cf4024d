package dev.outreach.standalone.stack;

/** Hears how the start comes along; called from several threads. */
@FunctionalInterface
public interface StackListener {

  /**
   * One thing more is done.
   *
   * @param step what was done, in words
   */
  void done(String step);
}
