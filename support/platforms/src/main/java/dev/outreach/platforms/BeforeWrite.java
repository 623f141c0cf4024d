package dev.outreach.platforms;

/**
 * Called by an adapter once, when the connection stands and immediately before the first byte of
 * the message leaves. It may block. Whatever it throws stops the send, which then counts as proved
 * not executed.
 */
@FunctionalInterface
public interface BeforeWrite {

  void run();
}
