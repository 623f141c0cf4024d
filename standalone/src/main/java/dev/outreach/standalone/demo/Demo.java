package dev.outreach.standalone.demo;

import dev.outreach.discovery.file.UnreadableFile;
import dev.outreach.sandbox.MovableClock;
import dev.outreach.standalone.client.JsonClient;
import dev.outreach.standalone.stack.LocalStack;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** One whole funnel on a running stack, and then every check. */
public final class Demo {

  /** Longer than the follow-up threshold, so that silence becomes a reason to write again. */
  private static final Duration SILENCE = Duration.ofDays(4);

  private final LocalStack.Running running;
  private final MovableClock clock;
  private final Progress progress;

  /** A demo that has not begun. */
  public Demo(LocalStack.Running running, MovableClock clock, Progress progress) {
    this.running = running;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Runs the funnel, or the rest of one that was cut off.
   *
   * @return whether counts and ledgers agree
   */
  public boolean run(PrintWriter out)
      throws IOException, InterruptedException, ExecutionException, UnreadableFile {
    JsonClient pipeline = JsonClient.ofPipeline(running.addresses().http(), running.token());
    JsonClient sandbox = JsonClient.ofSandbox(running.addresses().sandbox());
    Funnel funnel = new Funnel(pipeline, sandbox, progress);
    funnel.awaitDiscovery(new Upstream(running, progress, clock).ask(pipeline));
    funnel.review();
    funnel.letSomeWriteFirst();
    funnel.draft();
    funnel.send();
    funnel.reply();
    waitInSilence(funnel);
    funnel.followUp();
    funnel.send();
    return new Checks(running).print(out);
  }

  private void waitInSilence(Funnel funnel) throws IOException, InterruptedException {
    if (funnel.hasFollowUps()) {
      return;
    }
    Path folder = running.stack().folder();
    DemoClock.advance(clock, folder, SILENCE);
    progress.say("  The clock moves forward by " + SILENCE.toDays() + " days.");
  }
}
