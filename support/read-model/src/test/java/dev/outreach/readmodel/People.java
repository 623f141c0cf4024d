package dev.outreach.readmodel;

import dev.outreach.readmodel.write.Latest;
import dev.outreach.readmodel.write.MessageRecord;
import dev.outreach.readmodel.write.ProfileRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invented people and messages. */
final class People {

  static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
  static final String WORKSPACE = "acme";

  private People() {}

  static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  static Latest<ProfileRecord> person(
      String name, String discoveryStatus, String outreachStatus, long version) {
    return contacted(name, discoveryStatus, outreachStatus, version, null);
  }

  static Latest<ProfileRecord> contacted(
      String name,
      String discoveryStatus,
      String outreachStatus,
      long version,
      @Nullable Instant lastContactedAt) {
    Instant happened = START.plusSeconds(version);
    return new Latest<>(
        new ProfileRecord(
            id(name),
            Math.floorMod(name.hashCode(), 3),
            WORKSPACE,
            "instagram",
            name,
            null,
            "Full " + name,
            "bio",
            null,
            null,
            null,
            null,
            1_000L,
            null,
            12L,
            3.5,
            null,
            62.5,
            null,
            "{\"score\": 62.5, \"sample_size\": 12, \"flags\": [\"few_posts\"]}",
            true,
            "en",
            null,
            "file",
            START,
            discoveryStatus,
            outreachStatus,
            0,
            2,
            lastContactedAt,
            null,
            null,
            false,
            version,
            happened),
        happened,
        version);
  }

  static Latest<MessageRecord> message(String name, String status, long version) {
    Instant happened = START.plusSeconds(version);
    return new Latest<>(
        new MessageRecord(
            id(name + "/0"),
            Math.floorMod(name.hashCode(), 3),
            id(name),
            WORKSPACE,
            "instagram",
            0,
            "initial",
            status,
            "Hello",
            null,
            "f00d",
            "account-1",
            name,
            null,
            null,
            null,
            "template",
            null,
            "v1",
            "en",
            "[{\"name\":\"length\",\"passed\":true,\"detail\":null}]",
            false,
            null,
            null,
            null,
            null,
            happened,
            null,
            null,
            null,
            version,
            happened),
        happened,
        version);
  }
}
