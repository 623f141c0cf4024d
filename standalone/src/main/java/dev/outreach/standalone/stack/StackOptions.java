package dev.outreach.standalone.stack;

import dev.outreach.runtime.Settings;
import dev.outreach.sandbox.MovableClock;
import java.nio.file.Path;

/**
 * What a stack is started with.
 *
 * @param folder where everything is kept
 * @param ports where everything listens
 * @param settings further settings; they win over what the stack would choose
 * @param clock the time that holds for apps and sandbox
 * @param sandboxOnly whether credentials of the operator are left alone and nothing leaves this
 *     machine
 */
public record StackOptions(
    Path folder, Ports ports, Settings settings, MovableClock clock, boolean sandboxOnly) {

  StackOptions with(Ports other) {
    return new StackOptions(folder, other, settings, clock, sandboxOnly);
  }
}
