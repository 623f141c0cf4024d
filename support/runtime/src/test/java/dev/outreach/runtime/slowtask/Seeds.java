package dev.outreach.runtime.slowtask;

import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/** Runs a property with many seeds; {@code -Dseed=…} repeats the one a failure named. */
final class Seeds {

  private Seeds() {}

  static void check(int times, Consumer<RandomGenerator> property) {
    Long given = Long.getLong("seed");
    LongStream seeds = given == null ? new Random().longs(times) : LongStream.of(given);
    seeds.forEach(seed -> checkOne(seed, property));
  }

  private static void checkOne(long seed, Consumer<RandomGenerator> property) {
    try {
      property.accept(new Random(seed));
    } catch (RuntimeException | AssertionError failure) {
      throw new AssertionError("fails with -Dseed=" + seed, failure);
    }
  }
}
