package dev.outreach.discovery.domain;

import java.util.Locale;

/** The address of a person's public page. */
final class ProfileLink {

  private ProfileLink() {}

  /**
   * The address, without tracking parameters.
   *
   * @param written what the source said, which tells LinkedIn's companies from its people
   */
  static String of(String platform, String handle, String written) {
    return switch (platform) {
      case "instagram" -> "https://www.instagram.com/" + handle + "/";
      case "tiktok" -> "https://www.tiktok.com/@" + handle;
      case "linkedin" -> "https://www.linkedin.com/" + section(written) + "/" + handle;
      default -> "https://www.facebook.com/" + handle;
    };
  }

  private static String section(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    if (lower.contains("/company/")) {
      return "company";
    }
    return lower.contains("/school/") ? "school" : "in";
  }
}
