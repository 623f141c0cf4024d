package dev.outreach.readmodel;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which messages to list. An empty set means no restriction.
 *
 * @param workspaceId whose messages
 * @param platform only of this platform; null for all
 * @param statuses words of {@code social_message_status}
 * @param profileIds only of these people
 */
public record MessageFilter(
    String workspaceId, @Nullable String platform, Set<String> statuses, Set<UUID> profileIds) {

  public MessageFilter {
    statuses = Set.copyOf(statuses);
    profileIds = Set.copyOf(profileIds);
    Words.check("platform", platform, Words.PLATFORMS);
    Words.check("status", statuses, Words.MESSAGE_STATUSES);
  }

  /** Every message of some people. */
  public static MessageFilter ofPeople(String workspaceId, Set<UUID> profileIds) {
    return new MessageFilter(workspaceId, null, Set.of(), profileIds);
  }

  /** Every message that stands at one of these statuses. */
  public static MessageFilter inStatus(String workspaceId, String... statuses) {
    return new MessageFilter(workspaceId, null, Set.of(statuses), Set.of());
  }
}
