package dev.outreach.projector;

import static java.util.stream.Collectors.toSet;

import dev.outreach.readmodel.ReadModelChange;
import dev.outreach.readmodel.write.FindRecord;
import dev.outreach.readmodel.write.JobRecord;
import dev.outreach.readmodel.write.Latest;
import dev.outreach.readmodel.write.MessageRecord;
import dev.outreach.readmodel.write.PartRecord;
import dev.outreach.readmodel.write.ProfileRecord;
import dev.outreach.readmodel.write.ReplayRecord;
import dev.outreach.readmodel.write.TimelineRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The rows that some records leave behind, each person, message and job once. */
final class Batch {

  private final Fold<UUID, ProfileRecord> people = new Fold<>(ProfileRecord::version);
  private final Fold<UUID, MessageRecord> messages = new Fold<>(MessageRecord::version);
  private final Fold<String, JobRecord> jobs = new Fold<>(JobRecord::logOffset);
  private final Fold<List<String>, ReplayRecord> replays = new Fold<>(ReplayRecord::logOffset);
  private final List<PartRecord> parts = new ArrayList<>();
  private final List<FindRecord> finds = new ArrayList<>();
  private final List<TimelineRecord> timeline = new ArrayList<>();
  private final Set<UUID> erased = new HashSet<>();
  private final List<Refused> refused = new ArrayList<>();
  private final Map<String, Changed> changed = new HashMap<>();

  void add(ProfileRows rows) {
    ProfileRecord person = rows.person();
    people.add(person.profileId(), person, person.updatedAt());
    MessageRecord message = rows.message();
    if (message != null) {
      messages.add(message.messageId(), message, message.updatedAt());
    }
    timeline.add(rows.entry());
    if (person.erased()) {
      erased.add(person.profileId());
    }
    changedIn(person.workspaceId()).people.add(person.profileId());
  }

  void add(JobRecord job) {
    jobs.add(job.jobId(), job, job.updatedAt());
    changedIn(job.workspaceId()).jobs.add(job.jobId());
  }

  void add(PartRecord part) {
    parts.add(part);
  }

  void add(FindRecord find) {
    finds.add(find);
    changedIn(find.workspaceId()).jobs.add(find.jobId());
  }

  void add(ReplayRecord draft) {
    replays.add(List.of(draft.replayId(), draft.draftId()), draft, draft.occurredAt());
    changedIn(draft.workspaceId()).replays.add(draft.replayId());
  }

  void refuse(Refused record) {
    refused.add(record);
  }

  List<Latest<ProfileRecord>> people() {
    return people.rows();
  }

  List<Latest<MessageRecord>> messages() {
    return messages.rows();
  }

  List<Latest<JobRecord>> jobs() {
    return jobs.rows();
  }

  List<PartRecord> parts() {
    return parts;
  }

  List<FindRecord> finds() {
    return finds;
  }

  List<ReplayRecord> replays() {
    return replays.rows().stream().map(Latest::row).toList();
  }

  /** For whom drafts for comparison were written. */
  Set<UUID> drafted() {
    return replays().stream().map(ReplayRecord::profileId).collect(toSet());
  }

  List<TimelineRecord> timeline() {
    return timeline;
  }

  Set<UUID> erased() {
    return erased;
  }

  List<Refused> refused() {
    return refused;
  }

  Collection<ReadModelChange> changes() {
    return changed.entrySet().stream().map(entry -> entry.getValue().in(entry.getKey())).toList();
  }

  private Changed changedIn(String workspaceId) {
    return changed.computeIfAbsent(workspaceId, _ -> new Changed());
  }

  private static final class Changed {
    private final Set<UUID> people = new HashSet<>();
    private final Set<String> jobs = new HashSet<>();
    private final Set<String> replays = new HashSet<>();

    ReadModelChange in(String workspaceId) {
      return new ReadModelChange(
          workspaceId,
          !people.isEmpty(),
          List.copyOf(people),
          List.copyOf(jobs),
          List.copyOf(replays),
          true);
    }
  }
}
