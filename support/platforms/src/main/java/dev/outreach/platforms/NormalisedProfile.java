package dev.outreach.platforms;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A profile in the terms all platforms share. What a platform does not tell is null, never zero and
 * never empty text.
 */
public record NormalisedProfile(
    Identity identity,
    Description description,
    Audience audience,
    Activity activity,
    Engagement engagement,
    Source source) {

  /**
   * Who it is.
   *
   * @param externalId the platform's own id
   * @param username the handle without {@code @}, as the platform spells it
   * @param messagingAddress where messages go; known only after the person wrote, on most platforms
   */
  public record Identity(
      Platform platform,
      @Nullable String externalId,
      String username,
      @Nullable String profileUrl,
      @Nullable String messagingAddress) {}

  /**
   * What the profile says about itself.
   *
   * @param language ISO 639-1, where the platform tells it
   * @param website the address they link to, as they wrote it
   */
  public record Description(
      @Nullable String fullName,
      @Nullable String bio,
      @Nullable String category,
      @Nullable String location,
      @Nullable String language,
      @Nullable String website) {

    /** Leaves everything out. */
    @Override
    public String toString() {
      return "Description";
    }
  }

  /** The figures of the profile page. */
  public record Audience(
      @Nullable Long followers,
      @Nullable Long following,
      @Nullable Long posts,
      @Nullable Boolean verified) {}

  /** Means over the posts that were read and show the figure. */
  public record Activity(
      @Nullable Double averageLikes,
      @Nullable Double averageComments,
      @Nullable Instant lastPostAt) {

    /**
     * The means over the posts with a visible like count, and the time of the newest post of all.
     */
    public static Activity of(List<PostFigures> posts) {
      List<PostFigures> visible = posts.stream().filter(post -> post.likes() != null).toList();
      return new Activity(
          mean(visible, PostFigures::likes),
          mean(visible, PostFigures::comments),
          posts.stream().map(PostFigures::at).max(Comparator.naturalOrder()).orElse(null));
    }

    private static @Nullable Double mean(
        List<PostFigures> posts, Function<PostFigures, @Nullable Long> figure) {
      OptionalDouble mean =
          posts.stream().map(figure).filter(Objects::nonNull).mapToLong(Long::longValue).average();
      return mean.isPresent() ? Double.valueOf(mean.getAsDouble()) : null;
    }
  }

  /** Where and when it was read. */
  public record Source(String endpoint, Instant readAt) {}

  /** Names nobody. */
  @Override
  public String toString() {
    return "NormalisedProfile[" + identity.platform() + ", source=" + source + "]";
  }
}
