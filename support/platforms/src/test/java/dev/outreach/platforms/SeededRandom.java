package dev.outreach.platforms;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.slf4j.LoggerFactory;

/** Random numbers that can be had again: pass the printed seed as {@code -Doutreach.test.seed}. */
public final class SeededRandom {

  private SeededRandom() {}

  /** A generator whose seed is printed under the test's name. */
  public static RandomGenerator create(String test) {
    long seed = Long.getLong("outreach.test.seed", System.nanoTime());
    LoggerFactory.getLogger(SeededRandom.class).warn("{}: -Doutreach.test.seed={}", test, seed);
    return new SplittableRandom(seed);
  }
}
