package dev.outreach.discovery.file;

import dev.outreach.discovery.domain.FoundPerson;
import dev.outreach.discovery.domain.PersonDetails;
import dev.outreach.schemas.Platform;
import dev.outreach.schemas.Profile;
import java.time.Instant;
import java.util.Locale;

/** Writes a person of a file as the profile all sources share. */
final class FileProfiles {

  /** Not the file's name, which may name people. */
  private static final String SOURCE = "file import";

  private FileProfiles() {}

  static Profile of(FoundPerson person, Instant collectedAt) {
    PersonDetails details = person.details();
    return Profile.newBuilder()
        .setPlatform(Platform.valueOf(person.platform().toUpperCase(Locale.ROOT)))
        .setUsername(person.handle())
        .setExternalId(details.externalId())
        .setFullName(details.fullName())
        .setBio(details.bio())
        .setCategory(details.category())
        .setLocation(details.location())
        .setProfileUrl(person.profileUrl())
        .setWebsite(details.website())
        .setFollowers(details.followers())
        .setFollowing(details.following())
        .setPosts(details.posts())
        .setAverageLikes(details.averageLikes())
        .setAverageComments(details.averageComments())
        .setVerified(details.verified())
        .setLanguage(details.language())
        .setTimeZone(details.timeZone())
        .setSource(SOURCE)
        .setCollectedAt(collectedAt)
        .build();
  }
}
