package dev.outreach.schemas.topics;

import java.time.Duration;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Lets {@link Topics} say each topic as one sentence. */
record Catalogue(String prefix, int partitions) {

  Catalogue {
    if (partitions < 1 || partitions > 1000) {
      throw new IllegalArgumentException("partitions must be 1 to 1000, not " + partitions);
    }
    if (!prefix.matches("[a-z0-9._-]*")) {
      throw new IllegalArgumentException(
          "topic prefix may have only a-z, 0-9, dot, dash and underscore: " + prefix);
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
