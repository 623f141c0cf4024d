package dev.outreach.drafting.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom a message is for. Every text is the person's own and untrusted.
 *
 * @param username the handle
 * @param fullName display name
 * @param bio self-description
 * @param category line of business or topic
 * @param location place as the platform words it
 * @param followers number of followers
 */
public record Person(
    String username,
    Optional<String> fullName,
    Optional<String> bio,
    Optional<String> category,
    Optional<String> location,
    Optional<Long> followers) {

  /** Every text of the profile that a writer could take something from. */
  public List<String> texts() {
    return Stream.of(fullName, bio, category, location).flatMap(Optional::stream).toList();
  }

  /** What to call the person: the first word of the name where it looks like a name. */
  public Optional<String> firstName() {
    return fullName
        .map(name -> name.strip().split("\\s+", -1)[0])
        .filter(name -> name.matches("[\\p{L}][\\p{L}\\p{M}'’-]{0,29}"));
  }
}
