package dev.outreach.runtime;

/**
 * A part of the product that runs until it is closed. Every app can run alone or beside others in
 * one process, in any number of instances.
 */
public interface App extends AutoCloseable {

  /** The name operators know it by, for example {@code drafting-processor}. */
  String name();

  /**
   * Starts the work in threads of its own and returns. A dependency that is absent for the moment
   * is no reason to throw: {@link #health()} says so until it is back.
   *
   * @throws IllegalStateException when called twice
   */
  void start();

  /** How it is doing; cheap, callable from any thread at any time. */
  Health health();

  /** Finishes what is in hand, within ten seconds, and stops. Calling it again does nothing. */
  @Override
  void close();
}
