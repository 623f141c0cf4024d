package dev.outreach.profile;

import dev.outreach.profile.domain.Input;
import dev.outreach.schemas.StoredPolicy;
import dev.outreach.schemas.StoredProfile;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.Stores;

/** Lets {@link ProfileTopology} say each node as one sentence; every node gets a name of ours. */
final class Flow {

  private static final ReadRecord.Key<Input> PROFILE_ID =
      new ReadRecord.Key<>("the profileId of the value", input -> input.envelope().profileId());

  private final EventSerdes serdes;
  private final Topology topology = new Topology();
  private final List<String> readers = new ArrayList<>();
  private String advancer = "";

  Flow(EventSerdes serdes) {
    this.serdes = serdes;
  }

  Source from(String name, Topic topic) {
    topology.addSource(
        name,
        new StringDeserializer(),
        new SizedDeserializer<>(serdes.<SpecificRecord>deserializer(), Topic.LARGEST_INPUT),
        topic.name());
    return new Source(name);
  }

  void advance(String name, ProcessorSupplier<String, Input, String, SpecificRecord> supplier) {
    topology.addProcessor(name, supplier, readers.toArray(String[]::new));
    advancer = name;
  }

  void keepPeople(String store, String... processors) {
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(store),
            Serdes.String(),
            serdes.<StoredProfile>privateSerde()),
        processors);
  }

  void keepPolicy(String store, String... processors) {
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(store),
            Serdes.String(),
            serdes.<StoredPolicy>privateSerde()),
        processors);
  }

  void to(String name, Topic topic) {
    topology.addSink(
        name, topic.name(), new StringSerializer(), serdes.<SpecificRecord>serializer(), advancer);
  }

  Topology topology() {
    return topology;
  }

  /** A source whose records are still to be read. */
  final class Source {

    private final String name;

    private Source(String name) {
      this.name = name;
    }

    /** Each record is about one person. */
    <T extends SpecificRecord> void read(Class<T> type, Function<T, Input> reading) {
      readers.add(read(() -> new ReadRecord<>(type, reading, PROFILE_ID)));
    }

    /** Each record is about many people; whom it concerns follows from the second processor. */
    <T extends SpecificRecord> void read(
        ProcessorSupplier<String, SpecificRecord, String, T> reading,
        String processor,
        ProcessorSupplier<String, T, String, Input> supplier) {
      topology.addProcessor(processor, supplier, read(reading));
      readers.add(processor);
    }

    private <T> String read(ProcessorSupplier<String, SpecificRecord, String, T> reading) {
      String reader = "read-" + name;
      topology.addProcessor(reader, reading, name);
      return reader;
    }
  }
}
