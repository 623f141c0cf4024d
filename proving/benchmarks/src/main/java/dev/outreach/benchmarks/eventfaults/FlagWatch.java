package dev.outreach.benchmarks.eventfaults;

import dev.outreach.readmodel.PipelineStatus;
import dev.outreach.readmodel.PlatformStatus;
import dev.outreach.readmodel.StageCounts;
import dev.outreach.readmodel.Unlocks;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Looks whether what one read shows agrees with itself. Thread-safe. */
final class FlagWatch implements Consumer<PipelineStatus> {

  private final AtomicLong looks = new AtomicLong();
  private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();

  @Override
  public void accept(PipelineStatus status) {
    looks.incrementAndGet();
    look(status.total());
    status.byPlatform().forEach(this::look);
    long people = status.byPlatform().stream().mapToLong(one -> one.counts().people()).sum();
    if (people != status.total().counts().people()) {
      contradictions.add("platforms have " + people + " people and all have another number");
    }
  }

  private void look(PlatformStatus status) {
    StageCounts counts = status.counts();
    Unlocks unlocks = status.unlocks();
    boolean flagsAgree =
        unlocks.discovery().open()
            && unlocks.review().open() == counts.discovered() > 0
            && unlocks.drafting().open() == counts.qualified() > 0
            && unlocks.sending().open() == counts.drafted() > 0
            && unlocks.followup().open() == counts.sent() > 0;
    long found = counts.discovered() + counts.reviewed() + counts.qualified() + counts.rejected();
    boolean sumsAgree = found == counts.people() && talks(counts) == counts.people();
    if (!flagsAgree || !sumsAgree || counts.followupReady() > counts.sent()) {
      contradictions.add(status.platform() + ": " + counts + " " + unlocks);
    }
  }

  private static long talks(StageCounts counts) {
    return counts.notStarted()
        + counts.drafting()
        + counts.drafted()
        + counts.queued()
        + counts.sent()
        + counts.replied()
        + counts.failed()
        + counts.unconfirmed()
        + counts.optedOut()
        + counts.exhausted();
  }

  long looks() {
    return looks.get();
  }

  List<String> contradictions() {
    return List.copyOf(contradictions);
  }
}
