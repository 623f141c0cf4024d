package dev.outreach.profile.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person on one platform. A signal the platform does not give is null.
 *
 * @param platform the network
 * @param username the handle in canonical form; empty after an erasure
 * @param externalId the platform's own id
 * @param fullName display name
 * @param bio self-description; untrusted text
 * @param category line of business
 * @param location place as the platform words it
 * @param profileUrl address of the public page
 * @param website address the person links to
 * @param followers number of followers
 * @param following number of accounts followed
 * @param posts number of posts
 * @param averageLikes mean likes
 * @param averageComments mean comments
 * @param engagement score with its components
 * @param verified whether the platform marks the account as verified
 * @param language BCP 47 tag
 * @param lastPostAt time of the newest post
 * @param source where the data came from
 * @param collectedAt when it was collected
 */
public record Person(
    Platform platform,
    String username,
    @Nullable String externalId,
    @Nullable String fullName,
    @Nullable String bio,
    @Nullable String category,
    @Nullable String location,
    @Nullable String profileUrl,
    @Nullable String website,
    @Nullable Long followers,
    @Nullable Long following,
    @Nullable Long posts,
    @Nullable Double averageLikes,
    @Nullable Double averageComments,
    @Nullable Engagement engagement,
    @Nullable Boolean verified,
    @Nullable String language,
    @Nullable Instant lastPostAt,
    String source,
    Instant collectedAt,
    @Nullable String timeZone) {

  /** A person of whom only the handle is known. */
  public static Person named(
      Platform platform, String username, String source, Instant collectedAt) {
    return new Person(
        platform,
        username,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        source,
        collectedAt,
        null);
  }

  /**
   * This person with what a newer finding knows; what it does not know stays. The handle stays too:
   * it is what the key was made of.
   */
  Person refreshedBy(Person found) {
    return new Person(
        platform,
        username,
        newer(found.externalId, externalId),
        newer(found.fullName, fullName),
        newer(found.bio, bio),
        newer(found.category, category),
        newer(found.location, location),
        newer(found.profileUrl, profileUrl),
        newer(found.website, website),
        newer(found.followers, followers),
        newer(found.following, following),
        newer(found.posts, posts),
        newer(found.averageLikes, averageLikes),
        newer(found.averageComments, averageComments),
        newer(found.engagement, engagement),
        newer(found.verified, verified),
        newer(found.language, language),
        newer(found.lastPostAt, lastPostAt),
        found.source,
        found.collectedAt,
        newer(found.timeZone, timeZone));
  }

  /**
   * Names of the fields in which the other differs, in the order of this record. When and by whom
   * it was collected is no change of the person.
   */
  List<String> changesTo(Person other) {
    List<String> changed = new ArrayList<>();
    compare(changed, "externalId", externalId, other.externalId);
    compare(changed, "fullName", fullName, other.fullName);
    compare(changed, "bio", bio, other.bio);
    compare(changed, "category", category, other.category);
    compare(changed, "location", location, other.location);
    compare(changed, "profileUrl", profileUrl, other.profileUrl);
    compare(changed, "website", website, other.website);
    compare(changed, "followers", followers, other.followers);
    compare(changed, "following", following, other.following);
    compare(changed, "posts", posts, other.posts);
    compare(changed, "averageLikes", averageLikes, other.averageLikes);
    compare(changed, "averageComments", averageComments, other.averageComments);
    compare(changed, "engagement", engagement, other.engagement);
    compare(changed, "verified", verified, other.verified);
    compare(changed, "language", language, other.language);
    compare(changed, "lastPostAt", lastPostAt, other.lastPostAt);
    compare(changed, "timeZone", timeZone, other.timeZone);
    return List.copyOf(changed);
  }

  /** What is left of a person who is forgotten: the network, and when data of them was held. */
  Person erased() {
    return named(platform, "", source, collectedAt);
  }

  private static <T> @Nullable T newer(@Nullable T found, @Nullable T known) {
    return found == null ? known : found;
  }

  private static void compare(
      List<String> changed, String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changed.add(field);
    }
  }
}
