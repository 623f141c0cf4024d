package dev.outreach.platforms.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.outreach.platforms.Engagement;
import dev.outreach.platforms.NormalisedProfile;
import dev.outreach.platforms.NormalisedProfile.Activity;
import dev.outreach.platforms.NormalisedProfile.Audience;
import dev.outreach.platforms.NormalisedProfile.Description;
import dev.outreach.platforms.NormalisedProfile.Identity;
import dev.outreach.platforms.NormalisedProfile.Source;
import dev.outreach.platforms.Platform;
import dev.outreach.platforms.transport.Json;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns an organisation into a profile. LinkedIn shows the posts of our own pages only, so there is
 * no engagement score.
 */
final class OrganizationReader {

  private final Clock clock;

  OrganizationReader(Clock clock) {
    this.clock = clock;
  }

  NormalisedProfile read(JsonNode organization, @Nullable Long followers) {
    String vanityName = organization.path("vanityName").asText();
    return new NormalisedProfile(
        new Identity(
            Platform.LINKEDIN,
            "urn:li:organization:" + organization.path("id").asText(),
            vanityName,
            "https://www.linkedin.com/company/" + vanityName,
            null),
        new Description(
            Json.text(organization, "localizedName"),
            Json.text(organization, "localizedDescription"),
            specialty(organization),
            location(organization.path("locations")),
            Json.text(organization.path("defaultLocale"), "language"),
            Json.text(organization, "localizedWebsite")),
        new Audience(followers, null, null, null),
        new Activity(null, null, null),
        new Engagement.Unscored(Engagement.Reason.NOT_OFFERED_BY_PLATFORM),
        new Source("linkedin organization", clock.instant()));
  }

  private static @Nullable String specialty(JsonNode organization) {
    JsonNode first = organization.path("localizedSpecialties").path(0);
    return first.asText().isBlank() ? null : first.asText();
  }

  /** The headquarters, or else the first place. */
  static @Nullable String location(JsonNode locations) {
    JsonNode chosen = locations.path(0);
    for (JsonNode location : locations) {
      if (location.path("locationType").asText().equals("HEADQUARTERS")) {
        chosen = location;
        break;
      }
    }
    String text =
        Stream.of("city", "country")
            .map(chosen.path("address")::path)
            .map(JsonNode::asText)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? null : text;
  }
}
