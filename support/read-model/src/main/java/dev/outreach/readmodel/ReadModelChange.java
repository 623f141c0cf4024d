package dev.outreach.readmodel;

import java.util.List;
import java.util.UUID;

/**
 * Something in one workspace has changed; its transaction is visible already.
 *
 * @param workspaceId whose rows
 * @param counts whether counts may have changed
 * @param profiles people whose rows, messages or timeline changed
 * @param jobs discovery jobs that changed
 * @param replays replays that got drafts
 * @param complete false where more changed than is listed
 */
public record ReadModelChange(
    String workspaceId,
    boolean counts,
    List<UUID> profiles,
    List<String> jobs,
    List<String> replays,
    boolean complete) {

  /** The channel of PostgreSQL's LISTEN. */
  public static final String CHANNEL = "social_changed";

  /** Keeps a notification below PostgreSQL's 8000 bytes. */
  private static final int LISTED = 50;

  public ReadModelChange {
    complete =
        complete && profiles.size() <= LISTED && jobs.size() <= LISTED && replays.size() <= LISTED;
    profiles = profiles.stream().limit(LISTED).toList();
    jobs = jobs.stream().limit(LISTED).toList();
    replays = replays.stream().limit(LISTED).toList();
  }

  /** Only counts changed, by the clock. */
  public static ReadModelChange ofCounts(String workspaceId) {
    return new ReadModelChange(workspaceId, true, List.of(), List.of(), List.of(), true);
  }
}
