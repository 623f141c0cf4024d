package dev.outreach.runtime.slowtask;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedSet;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * All work accepted and not done, in chains: work with equal key waits for its predecessor, work of
 * different keys, or without a key, does not. Not thread-safe.
 */
final class KeyChains {

  private final Map<Link, Queue<Work>> followers = new HashMap<>();
  private final Queue<Work> ready = new ArrayDeque<>();
  private final SequencedSet<Work> accepted = new LinkedHashSet<>();

  private record Link(TopicPartition partition, ByteBuffer key) {}

  void add(Work work) {
    accepted.add(work);
    Link link = linkOf(work);
    Queue<Work> behind = link == null ? null : followers.get(link);
    if (behind != null) {
      behind.add(work);
      return;
    }
    if (link != null) {
      followers.put(link, new ArrayDeque<>());
    }
    ready.add(work);
  }

  /** Work whose turn has come; its call is to be started now. */
  Optional<Work> next() {
    return Optional.ofNullable(ready.poll());
  }

  /** The call has ended: whoever waits for this key is next. */
  void end(Work work) {
    accepted.remove(work);
    Link link = linkOf(work);
    if (link == null) {
      return;
    }
    Queue<Work> behind = followers.getOrDefault(link, new ArrayDeque<>());
    Work follower = behind.poll();
    if (follower == null) {
      followers.remove(link);
    } else {
      ready.add(follower);
    }
  }

  /** Forgets all work of these partitions and interrupts their calls. */
  void drop(Collection<TopicPartition> partitions) {
    Set<TopicPartition> lost = Set.copyOf(partitions);
    List<Work> dropped = accepted.stream().filter(work -> lost.contains(work.partition())).toList();
    dropped.forEach(Work::drop);
    dropped.forEach(accepted::remove);
    ready.removeIf(Work::isDropped);
    followers.keySet().removeIf(link -> lost.contains(link.partition()));
  }

  /** Number of records accepted and not done. */
  int size() {
    return accepted.size();
  }

  Optional<Work> oldest() {
    return accepted.isEmpty() ? Optional.empty() : Optional.of(accepted.getFirst());
  }

  private static @Nullable Link linkOf(Work work) {
    byte[] key = work.record().key();
    return key == null ? null : new Link(work.partition(), ByteBuffer.wrap(key));
  }
}
