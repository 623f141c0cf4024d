package dev.outreach.profile.domain;

import java.util.List;

/** What a person somebody found turned out to be. */
public enum Finding {
  /** Nobody knew them. */
  NEW,
  /** Known, and something changed. */
  REFRESHED,
  /** Known, and nothing changed. */
  UNCHANGED,
  /** Never to be contacted: nothing new is kept. */
  SUPPRESSED,
  /** Forgotten at their wish: nothing is kept. */
  ERASED;

  static Finding of(ProfileState before, List<Change> changes) {
    return switch (before) {
      case Unknown _ -> NEW;
      case Known known when known.erased() -> ERASED;
      case Known known when known.suppressed() -> SUPPRESSED;
      case Known _ -> changes.isEmpty() ? UNCHANGED : REFRESHED;
    };
  }
}
