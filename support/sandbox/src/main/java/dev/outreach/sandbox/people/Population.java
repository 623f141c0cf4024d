package dev.outreach.sandbox.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who exists on one simulated platform: an invented population and who was registered.
 * Thread-safe.
 */
public final class Population {

  private final Map<String, Person> byUsername = new LinkedHashMap<>();
  private final Map<String, Person> byId = new LinkedHashMap<>();
  private final Map<String, List<Person>> shownByTopic = new HashMap<>();
  private final Invention invention;
  private @Nullable List<Person> everybody;

  /** So many different people; the same seed and size always give the same ones. */
  public Population(long seed, int size) {
    invention = new Invention(seed);
    for (int index = 0; index < size; index++) {
      Person member = invention.member(index);
      add(byUsername.containsKey(member.username()) ? invention.numbered(index) : member);
    }
  }

  /**
   * Lets a person of this username exist; a second registration of the same one changes nothing.
   */
  public synchronized void register(String username, boolean personal, List<String> topics) {
    String key = key(username);
    if (!byUsername.containsKey(key)) {
      add(invention.registered(key, personal, topics));
    }
  }

  public synchronized Optional<Person> find(String username) {
    return Optional.ofNullable(byUsername.get(key(username)));
  }

  public synchronized Optional<Person> findById(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Those who write about a topic and whom discovery shows. */
  public synchronized List<Person> about(String topic) {
    return List.copyOf(shownByTopic.getOrDefault(topic, List.of()));
  }

  public synchronized List<Person> all() {
    if (everybody == null) {
      everybody = List.copyOf(byUsername.values());
    }
    return everybody;
  }

  private void add(Person person) {
    everybody = null;
    byUsername.put(person.username(), person);
    byId.put(person.id(), person);
    if (!person.personal()) {
      for (String topic : Set.copyOf(person.topics())) {
        shownByTopic.computeIfAbsent(topic, _ -> new ArrayList<>()).add(person);
      }
    }
  }

  private static String key(String username) {
    return username.toLowerCase(Locale.ROOT);
  }
}
