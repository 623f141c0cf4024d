package dev.outreach.sandbox.people;

import dev.outreach.sandbox.wire.Hashes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Makes people up: the same seed and username always give the same person. */
final class Invention {

  private static final double PERSONAL_SHARE = 0.12;

  /** TikTok's, the shortest of all platforms; a username ends in no separator there either. */
  private static final int LONGEST_USERNAME = 24;

  private static final Pattern SEPARATORS_AT_THE_END = Pattern.compile("[._-]+$");

  private final long seed;

  Invention(long seed) {
    this.seed = seed;
  }

  /** The {@code index}-th person of the population, who may have the username of another one. */
  Person member(int index) {
    // Numbers look made up, and the first people seldom need one.
    return index < Names.FIRST.size() ? member(index, "") : numbered(index);
  }

  /** The same person with a username nobody else of the population has. */
  Person numbered(int index) {
    return member(index, Integer.toString(index));
  }

  private Person member(int index, String number) {
    RandomGenerator random = randomFor("member" + index);
    String first = pick(Names.FIRST, random);
    String last = pick(Names.LAST, random);
    List<String> topics = topics(random);
    String username =
        String.format(Locale.ROOT, pick(Names.PATTERNS, random), first, last, topics.getFirst())
            .toLowerCase(Locale.ROOT);
    String unique = shortened(username, LONGEST_USERNAME - number.length()) + number;
    return person(unique, first + " " + last, topics, random.nextDouble() < PERSONAL_SHARE);
  }

  private static String shortened(String username, int longest) {
    return username.length() <= longest
        ? username
        : SEPARATORS_AT_THE_END.matcher(username.substring(0, longest)).replaceAll("");
  }

  /** The person behind a username somebody registered. */
  Person registered(String username, boolean personal, List<String> wanted) {
    RandomGenerator random = randomFor("registered" + username);
    String name = pick(Names.FIRST, random) + " " + pick(Names.LAST, random);
    return person(username, name, wanted.isEmpty() ? topics(random) : wanted, personal);
  }

  private Person person(String username, String fullName, List<String> topics, boolean personal) {
    RandomGenerator random = randomFor(username);
    Person.Place place = pick(Names.PLACES, random);
    String biography =
        "%s %s in %s · %s"
            .formatted(
                capital(topics.getFirst()),
                pick(Names.ROLES, random),
                place.city(),
                String.join(", ", topics));
    return new Person(
        "1784140" + digits(10, "id", username),
        username,
        fullName,
        biography,
        website(username, random),
        personal,
        audience(random),
        place,
        topics);
  }

  private static Optional<String> website(String username, RandomGenerator random) {
    return random.nextBoolean()
        ? Optional.of("https://" + username.replaceAll("[._]", "-") + ".example")
        : Optional.empty();
  }

  private static Person.Audience audience(RandomGenerator random) {
    long followers = Math.round(Math.pow(10, 2.7 + random.nextDouble() * 3.3));
    return new Person.Audience(followers, 80 + random.nextLong(1500), 6 + random.nextInt(240));
  }

  private static List<String> topics(RandomGenerator random) {
    int start = random.nextInt(Names.TOPICS.size());
    int step = 1 + random.nextInt(Names.TOPICS.size() - 1);
    return List.of(Names.TOPICS.get(start), Names.TOPICS.get((start + step) % Names.TOPICS.size()));
  }

  private String digits(int count, Object... parts) {
    long bound = (long) Math.pow(10, count);
    return String.format(
        Locale.ROOT, "%0" + count + "d", Hashes.number(seed, parts[0], parts[1]) % bound);
  }

  private RandomGenerator randomFor(String key) {
    return new SplittableRandom(Hashes.number(seed, key));
  }

  private static <T> T pick(List<T> from, RandomGenerator random) {
    return from.get(random.nextInt(from.size()));
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
