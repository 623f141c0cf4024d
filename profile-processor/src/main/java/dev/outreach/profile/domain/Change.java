package dev.outreach.profile.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event and what it brought.
 *
 * @param after the state after it
 * @param touched the message it changed, as it stands now
 * @param instructions work for other apps
 */
public record Change(
    ProfileEvent event, Known after, @Nullable Message touched, List<Instruction> instructions) {

  public Change {
    instructions = List.copyOf(instructions);
  }
}
