package dev.outreach.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the scripted people do. Every choice follows from an id, so that a funnel that was cut off
 * goes on in the same way.
 */
final class Script {

  private Script() {}

  /** The reviewer's verdict: most people qualify, some are rejected, some stay undecided. */
  static String verdict(String profileId) {
    int dice = dice(profileId);
    if (dice < 10) {
      return "rejected";
    }
    return dice < 20 ? "reviewed" : "qualified";
  }

  /** Whether this person writes to us before we write to them: every other one. */
  static boolean writesFirst(String profileId) {
    return dice(profileId) % 2 == 0;
  }

  /** Whether this person answers our message: two of five. */
  static boolean answers(JsonNode message) {
    return dice(message.path("profile_id").asText()) % 5 < 2;
  }

  /** 0 to 99, evenly spread over ids. */
  private static int dice(String id) {
    return Math.floorMod(id.hashCode() * 0x9E3779B9, 100);
  }
}
