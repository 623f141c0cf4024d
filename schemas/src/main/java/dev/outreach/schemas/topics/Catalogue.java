package dev.outreach.schemas.topics;

import java.time.Duration;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Lets {@link Topics} say each topic as one sentence. */
record Catalogue(String prefix, int partitions) {

  Catalogue {
    if (partitions < 1 || partitions > Topics.MOST_PARTITIONS) {
      throw new IllegalArgumentException(
          "partitions must be 1 to %d, not %d".formatted(Topics.MOST_PARTITIONS, partitions));
    }
    // Kafka's names have 249 letters at most.
    if (!prefix.matches("[a-z0-9._-]{0,100}")) {
      throw new IllegalArgumentException(
          "topic prefix may have only a-z, 0-9, dot, hyphen and underscore, 100 of them: "
              + prefix);
    }
  }

  Named topic(String name, String key, Schema value) {
    return new Named(prefix + name, key, value, partitions);
  }

  record Named(String name, String key, Schema value, int partitions) {

    Kept kept(Duration retention, Topic.Compatibility compatibility) {
      return new Kept(this, retention, compatibility);
    }

    Kept keptForEver(Topic.Compatibility compatibility) {
      return new Kept(this, null, compatibility);
    }
  }

  record Kept(Named named, @Nullable Duration retention, Topic.Compatibility compatibility) {

    Topic flows(List<String> writers, String... readers) {
      return new Topic(
          named.name(),
          named.key(),
          named.value(),
          named.partitions(),
          retention,
          compatibility,
          writers,
          List.of(readers));
    }
  }
}
