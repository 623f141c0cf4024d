package dev.outreach.api.http;

import dev.outreach.readmodel.Policy;
import dev.outreach.runtime.InvalidSetting;
import dev.outreach.runtime.Settings;
import java.time.Duration;
import java.util.Map;

/** How long an unanswered message shall rest before a follow-up is due, as a person writes it. */
public sealed interface FollowUpAfter {

  /** A length of time that can hold. */
  record Known(Duration time) implements FollowUpAfter {}

  /**
   * A text that is none.
   *
   * @param problem what is wrong
   * @param fix what to write instead
   */
  record Flawed(String problem, String fix) implements FollowUpAfter {}

  /** Reads a length of time such as 36h, 5d or PT36H. */
  static FollowUpAfter of(String text) {
    Duration time;
    try {
      time = Settings.of(Map.of("time", text)).duration("time", Duration.ZERO);
    } catch (InvalidSetting _) {
      return new Flawed("is no length of time", "use for example 30s, 5m, 2h or 3d");
    }
    return Policy.flaw(time)
        .<FollowUpAfter>map(flaw -> new Flawed(flaw.problem(), flaw.fix()))
        .orElseGet(() -> new Known(time));
  }
}
