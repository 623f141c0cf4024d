package dev.outreach.profile.domain;

import java.util.List;

/** What follows from an input. */
public sealed interface Decision {

  /**
   * It is in order.
   *
   * @param events what happens; none where everything is so already
   */
  record Accepted(List<ProfileEvent> events) implements Decision {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /**
   * It is refused and nothing changes.
   *
   * @param code stable code
   * @param reason in words, with what to do next, without personal data
   */
  record Rejected(RejectionCode code, String reason) implements Decision {}

  /** These events happen. */
  static Decision accept(ProfileEvent... events) {
    return new Accepted(List.of(events));
  }

  /** Everything is so already. */
  static Decision unchanged() {
    return new Accepted(List.of());
  }

  /** It is refused. */
  static Decision reject(RejectionCode code, String reason) {
    return new Rejected(code, reason);
  }
}
