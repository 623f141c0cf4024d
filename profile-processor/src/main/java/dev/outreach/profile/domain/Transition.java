package dev.outreach.profile.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that follows from one input.
 *
 * @param after what is to be kept
 * @param changes what happened, in order
 * @param answer what a command is answered with; null for other inputs
 * @param finding what a person found turned out to be; null for other inputs
 */
public record Transition(
    Profile after, List<Change> changes, @Nullable Answer answer, @Nullable Finding finding) {

  public Transition {
    changes = List.copyOf(changes);
  }
}
