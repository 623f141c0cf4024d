package dev.outreach.discovery;

import dev.outreach.discovery.domain.JobRequest;
import dev.outreach.discovery.domain.Refusal;
import dev.outreach.discovery.domain.RequestRules;
import dev.outreach.discovery.records.JobHead;
import dev.outreach.platforms.Capability;
import dev.outreach.platforms.Discovery;
import dev.outreach.platforms.Platform;
import dev.outreach.runtime.Decoded;
import dev.outreach.runtime.RecordReader;
import dev.outreach.schemas.DiscoveryRequested;
import dev.outreach.schemas.serdes.EventSerdes;
import dev.outreach.schemas.topics.RequestSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads requests and decides whether they become jobs here. Thread-safe. */
final class Requests {

  /** A refused request is told with as much of it as fits on a screen. */
  private static final int MOST_TOLD = 20;

  private static final int LONGEST_TOLD = 300;

  /** Leaves room in a record for how far the job is; a parked request has that already. */
  private static final int LARGEST = 900_000;

  private static final int LARGEST_PARKED = 950_000;

  private final RecordReader<DiscoveryRequested> reader;
  private final Map<Platform, PlatformAccess> platforms;

  Requests(EventSerdes serdes, Map<Platform, PlatformAccess> platforms) {
    this.reader =
        new RecordReader<>(serdes.<DiscoveryRequested>deserializer(), DiscoveryRequested.class);
    this.platforms = Map.copyOf(platforms);
  }

  Decoded<DiscoveryRequested> read(ConsumerRecord<byte[], byte[]> record) {
    return reader.read(record);
  }

  /** Accepted or not. */
  sealed interface Verdict {

    /** It becomes a job. */
    record Accepted(JobRequest request, Discovery discovery) implements Verdict {}

    /** It cannot. */
    record Refused(Refusal refusal) implements Verdict {}
  }

  Verdict judge(ConsumerRecord<byte[], byte[]> record, DiscoveryRequested asked) {
    int most = Parked.ownerOf(record).isPresent() ? LARGEST_PARKED : LARGEST;
    int size = sizeOf(record);
    return size > most
        ? refused(
            "TOO_LARGE",
            "the request has %d bytes: use at most %d, and several requests for more handles"
                .formatted(size, most))
        : judge(asked);
  }

  private static int sizeOf(ConsumerRecord<byte[], byte[]> record) {
    int size = lengthOf(record.key()) + lengthOf(record.value());
    for (Header header : record.headers()) {
      size += header.key().length() + lengthOf(header.value());
    }
    return size;
  }

  private static int lengthOf(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private Verdict judge(DiscoveryRequested asked) {
    JobRequest request =
        new JobRequest(
            asked.getJobId(),
            asked.getWorkspaceId(),
            cut(asked.getPlatform().strip().toLowerCase(Locale.ROOT)),
            filled(asked.getCategories()),
            filled(asked.getLocations()),
            filled(asked.getKeywords()),
            filled(asked.getHandles()),
            asked.getMaxProfiles());
    Optional<Refusal> broken = RequestRules.broken(request);
    return broken.isPresent()
        ? new Verdict.Refused(broken.get())
        : onPlatform(request, Platform.valueOf(request.platform().toUpperCase(Locale.ROOT)));
  }

  private Verdict onPlatform(JobRequest request, Platform platform) {
    PlatformAccess access = platforms.get(platform);
    if (access == null) {
      return refused(
          "NOT_OFFERED",
          "%s is not searched by this version: import a list of its people instead, outreach import people.csv --platform %s"
              .formatted(request.platform(), request.platform()));
    }
    Capability needed =
        request.searches() ? access.capabilities().search() : access.capabilities().enrich();
    if (needed instanceof Capability.NotOffered(String reason, String wayThatWorks)) {
      return refused("NOT_OFFERED", reason + " What works: " + wayThatWorks);
    }
    return access
        .discovery()
        .<Verdict>map(discovery -> new Verdict.Accepted(request, discovery))
        .orElseGet(
            () ->
                refused(
                    "NOT_CONNECTED",
                    "no credentials of %s are configured: enter them, or import a list of its people"
                        .formatted(request.platform())));
  }

  static JobHead head(DiscoveryRequested asked, RequestSource source) {
    return new JobHead(
        cut(asked.getJobId()),
        cut(asked.getWorkspaceId()),
        cut(asked.getPlatform()),
        source.word(),
        new JobHead.Criteria(
            told(asked.getCategories()),
            told(asked.getLocations()),
            told(asked.getKeywords()),
            asked.getMaxProfiles()),
        cut(asked.getRequestedBy()),
        cut(asked.getCorrelationId().orElse(asked.getJobId())));
  }

  private static Verdict refused(String code, String reason) {
    return new Verdict.Refused(new Refusal(code, reason));
  }

  private static List<String> filled(List<String> words) {
    return words.stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
  }

  private static List<String> told(List<String> words) {
    return words.stream().limit(MOST_TOLD).map(Requests::cut).toList();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD);
  }
}
