package dev.outreach.sandbox.people;

import dev.outreach.sandbox.wire.Hashes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What invented people posted, newest first, counted back from the day the sandbox first started.
 */
public final class Feed {

  private static final double HIDDEN_LIKES_SHARE = 0.10;

  private final long seed;
  private final Instant newest;
  private final Population population;

  /**
   * @param newest nobody posted later than this
   */
  public Feed(long seed, Instant newest, Population population) {
    this.seed = seed;
    this.newest = newest;
    this.population = population;
  }

  /** At most {@code limit} posts of a person, skipping the {@code offset} newest. */
  public List<Post> of(Person person, int offset, int limit) {
    int end = Math.min(person.audience().posts(), offset + limit);
    return IntStream.range(Math.min(offset, end), end)
        .mapToObj(index -> post(person, index))
        .toList();
  }

  /** Posts that carry a hashtag, a page at a time. */
  public List<Post> tagged(String hashtag, int offset, int limit) {
    List<Person> authors = population.about(hashtag);
    int end = Math.min(authors.size() * 3, offset + limit);
    return IntStream.range(Math.min(offset, end), end)
        .mapToObj(index -> post(authors.get(index % authors.size()), index / authors.size()))
        .toList();
  }

  private Post post(Person person, int index) {
    RandomGenerator random =
        new SplittableRandom(Hashes.number(seed, person.username(), "post", index));
    double rate = 0.004 + random.nextDouble() * 0.05;
    long likes = Math.round(person.audience().followers() * rate);
    return new Post(
        "179" + Math.floorMod(random.nextLong(), 100_000_000_000_000L),
        person.username(),
        caption(person, random),
        at(person, index, random),
        random.nextDouble() < HIDDEN_LIKES_SHARE ? OptionalLong.empty() : OptionalLong.of(likes),
        Math.round(likes * 0.03),
        Math.round(likes * 0.05),
        likes * (8 + random.nextInt(30)));
  }

  private Instant at(Person person, int index, RandomGenerator random) {
    long gapHours = 20 + Hashes.number(seed, person.username(), "gap") % 150;
    return newest.minus(Duration.ofHours(gapHours * (index + 1L)).plusMinutes(random.nextInt(600)));
  }

  private String caption(Person person, RandomGenerator random) {
    List<Person> peers = population.about(person.topics().getFirst());
    String mentioned =
        peers.isEmpty() ? person.username() : peers.get(random.nextInt(peers.size())).username();
    return String.format(
        Locale.ROOT,
        Names.CAPTIONS.get(random.nextInt(Names.CAPTIONS.size())),
        person.topics().getFirst(),
        person.topics().getLast(),
        mentioned);
  }
}
