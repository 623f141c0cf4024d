package dev.outreach.sandbox.people;

import java.util.List;
import java.util.Optional;

/**
 * An invented person.
 *
 * @param id the platform's public id of the person, not the address for messages
 * @param personal a private account that discovery never shows
 * @param topics what the person writes about: also the hashtags used
 */
public record Person(
    String id,
    String username,
    String fullName,
    String biography,
    Optional<String> website,
    boolean personal,
    Audience audience,
    Place place,
    List<String> topics) {

  public Person {
    topics = List.copyOf(topics);
  }

  /** How many follow the person, are followed, and what was posted. */
  public record Audience(long followers, long follows, int posts) {}

  /** Where the person lives. */
  public record Place(String city, String country) {}
}
