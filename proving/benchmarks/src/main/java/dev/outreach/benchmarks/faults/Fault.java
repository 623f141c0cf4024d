package dev.outreach.benchmarks.faults;

import java.time.Duration;

/**
 * One planned fault.
 *
 * @param number 0, 1, 2 … in the order of the plan
 * @param delay how long after its burst of messages it strikes
 * @param length how long a process stays frozen, or the database away; zero for a kill
 */
record Fault(int number, Target target, Kind kind, Duration delay, Duration length) {

  /** What is struck. */
  enum Target {
    FIRST_SENDER,
    SECOND_SENDER,
    DATABASE
  }

  /** How. */
  enum Kind {
    /** {@code kill -9}, and started again at once. */
    KILL,
    /** {@code SIGSTOP}, and {@code SIGCONT} later: everybody else believes it dead. */
    FREEZE,
    /** PostgreSQL stopped without a checkpoint, and started again. */
    CRASH
  }
}
