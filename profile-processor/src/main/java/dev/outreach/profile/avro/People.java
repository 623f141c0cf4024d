package dev.outreach.profile.avro;

import dev.outreach.profile.domain.Person;
import dev.outreach.schemas.Engagement;
import dev.outreach.schemas.Platform;
import dev.outreach.schemas.Profile;
import org.jspecify.annotations.Nullable;

/** What is known of a person, in both forms. */
final class People {

  private People() {}

  static Person read(Profile profile) {
    return new Person(
        SameName.in(dev.outreach.profile.domain.Platform.class, profile.getPlatform()),
        profile.getUsername(),
        profile.getExternalId().orElse(null),
        profile.getFullName().orElse(null),
        profile.getBio().orElse(null),
        profile.getCategory().orElse(null),
        profile.getLocation().orElse(null),
        profile.getProfileUrl().orElse(null),
        profile.getWebsite().orElse(null),
        profile.getFollowers().orElse(null),
        profile.getFollowing().orElse(null),
        profile.getPosts().orElse(null),
        profile.getAverageLikes().orElse(null),
        profile.getAverageComments().orElse(null),
        profile.getEngagement().map(People::readEngagement).orElse(null),
        profile.getVerified().orElse(null),
        profile.getLanguage().orElse(null),
        profile.getLastPostAt().orElse(null),
        profile.getSource(),
        profile.getCollectedAt(),
        profile.getTimeZone().orElse(null));
  }

  static Profile write(Person person) {
    return Profile.newBuilder()
        .setPlatform(SameName.in(Platform.class, person.platform()))
        .setUsername(person.username())
        .setExternalId(person.externalId())
        .setFullName(person.fullName())
        .setBio(person.bio())
        .setCategory(person.category())
        .setLocation(person.location())
        .setProfileUrl(person.profileUrl())
        .setWebsite(person.website())
        .setFollowers(person.followers())
        .setFollowing(person.following())
        .setPosts(person.posts())
        .setAverageLikes(person.averageLikes())
        .setAverageComments(person.averageComments())
        .setEngagement(writeEngagement(person.engagement()))
        .setVerified(person.verified())
        .setLanguage(person.language())
        .setLastPostAt(person.lastPostAt())
        .setSource(person.source())
        .setCollectedAt(person.collectedAt())
        .setTimeZone(person.timeZone())
        .build();
  }

  private static dev.outreach.profile.domain.Engagement readEngagement(Engagement engagement) {
    return new dev.outreach.profile.domain.Engagement(
        engagement.getScore().orElse(null),
        engagement.getReason().orElse(null),
        engagement.getObservedRate().orElse(null),
        engagement.getSampleSize(),
        engagement.getBenchmarkSet().orElse(null),
        engagement.getTier().orElse(null),
        engagement.getFormulaVersion().orElse(null),
        engagement.getFlags());
  }

  private static @Nullable Engagement writeEngagement(
      dev.outreach.profile.domain.@Nullable Engagement engagement) {
    if (engagement == null) {
      return null;
    }
    return Engagement.newBuilder()
        .setScore(engagement.score())
        .setReason(engagement.reason())
        .setObservedRate(engagement.observedRate())
        .setSampleSize(engagement.sampleSize())
        .setBenchmarkSet(engagement.benchmarkSet())
        .setTier(engagement.tier())
        .setFormulaVersion(engagement.formulaVersion())
        .setFlags(engagement.flags())
        .build();
  }
}
