package dev.outreach.discovery;

import dev.outreach.platforms.Engagement.Scored;
import dev.outreach.platforms.Engagement.Unscored;
import dev.outreach.platforms.NormalisedProfile;
import dev.outreach.schemas.Engagement;
import dev.outreach.schemas.Platform;
import dev.outreach.schemas.Profile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what a platform told as the profile all sources share. */
final class NormalisedRecords {

  private NormalisedRecords() {}

  static Profile of(NormalisedProfile found, String handle) {
    NormalisedProfile.Description description = found.description();
    NormalisedProfile.Audience audience = found.audience();
    return Profile.newBuilder()
        .setPlatform(Platform.valueOf(found.identity().platform().name()))
        .setUsername(handle)
        .setExternalId(found.identity().externalId())
        .setFullName(description.fullName())
        .setBio(description.bio())
        .setCategory(description.category())
        .setLocation(description.location())
        .setProfileUrl(found.identity().profileUrl())
        .setWebsite(description.website())
        .setFollowers(audience.followers())
        .setFollowing(audience.following())
        .setPosts(audience.posts())
        .setAverageLikes(found.activity().averageLikes())
        .setAverageComments(found.activity().averageComments())
        .setEngagement(engagement(found))
        .setVerified(audience.verified())
        .setLanguage(description.language())
        .setLastPostAt(millis(found.activity().lastPostAt()))
        .setSource(found.source().endpoint())
        .setCollectedAt(found.source().readAt().truncatedTo(ChronoUnit.MILLIS))
        .build();
  }

  private static Engagement engagement(NormalisedProfile found) {
    return switch (found.engagement()) {
      case Unscored(var reason) -> Engagement.newBuilder().setReason(lower(reason)).build();
      case Scored(var score, var components, var flags) ->
          Engagement.newBuilder()
              .setScore(score)
              .setObservedRate(components.observedRate())
              .setSampleSize(components.posts())
              .setBenchmarkSet(components.benchmarkSet())
              .setTier(lower(components.tier()))
              .setFormulaVersion(components.formulaVersion())
              .setFlags(flags.stream().map(NormalisedRecords::lower).sorted().toList())
              .build();
    };
  }

  private static @Nullable Instant millis(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
