package dev.outreach.schemas.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * Ids that follow from what they name (UUID version 5, RFC 9562 section 5.5), so that a crash, a
 * replay or another process finds the same id again. Stateless and thread-safe.
 */
public final class DerivedId {

  /** The name space of this product; changing it would make every known person a new one. */
  private static final UUID NAME_SPACE = UUID.fromString("6f7b5a0e-2c1d-5e5b-9d53-0f2a6d1c8e11");

  private DerivedId() {}

  /**
   * The person's id: the same for every source that knows the handle.
   *
   * @param platform the network's name, in any case
   * @param handle any spelling of the handle that {@link Handle#canonical} understands
   * @throws IllegalArgumentException where the handle is none
   */
  public static String profile(String workspaceId, String platform, String handle) {
    return of(
        "profile", workspaceId, Handle.platformName(platform), Handle.canonical(platform, handle));
  }

  /**
   * The message's id: (person, step), never content, so that a regenerated draft is the same
   * message.
   *
   * @param step 0 for the first message, 1 for the first follow-up, and so on
   */
  public static String message(String profileId, int step) {
    return of("message", profileId, Integer.toString(step));
  }

  /**
   * The id that stands for everybody whose website lies in a domain, where they must not be named.
   *
   * @param domain in lower case, without {@code www.}
   */
  public static String domain(String workspaceId, String domain) {
    return of("domain", workspaceId, domain);
  }

  /** An id that follows from its parts; a part may contain any character. */
  public static String of(String... parts) {
    StringBuilder name = new StringBuilder();
    for (String part : parts) {
      name.append(part.length()).append(':').append(part);
    }
    return UuidCreator.getNameBasedSha1(NAME_SPACE, name.toString()).toString();
  }
}
