package dev.outreach.standalone.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Shows how far a long job is: one line per stage, redrawn in place on a terminal, printed at its
 * end (and whenever it changes much) elsewhere.
 */
public final class Progress {

  private static final int WIDTH = 24;
  private static final int TITLE = 12;

  private final PrintWriter out;
  private final boolean redraw;
  private final LongSupplier nanos;

  /**
   * A display.
   *
   * @param redraw whether the output is a terminal that understands carriage returns
   * @param nanos a monotonic clock
   */
  public Progress(PrintWriter out, boolean redraw, LongSupplier nanos) {
    this.out = out;
    this.redraw = redraw;
    this.nanos = nanos;
  }

  /** Begins a stage. */
  public Stage stage(String title) {
    return new Stage(title, nanos.getAsLong());
  }

  /** A line of its own. */
  public void say(String line) {
    out.println(line);
  }

  /** One stage of the job. */
  public final class Stage {

    private final String title;
    private final long begun;
    private String shown = "";

    private Stage(String title, long begun) {
      this.title = title;
      this.begun = begun;
      if (redraw) {
        draw(0, 0, "…");
      }
    }

    /** Shows {@code done} of {@code of}, with a note in words. */
    public void at(long done, long of, String note) {
      String line = "%d/%d %s".formatted(done, of, note);
      if (redraw && !line.equals(shown)) {
        draw(done, of, note);
      }
      shown = line;
    }

    /** Ends the stage with what came of it. */
    public void done(String outcome) {
      Duration took = Duration.ofNanos(nanos.getAsLong() - begun);
      String line = "  %s %s (%.1f s)".formatted(padded(title), outcome, took.toMillis() / 1000.0);
      out.println(redraw ? "\r\u001b[2K" + line : line);
    }

    private void draw(long done, long of, String note) {
      int filled = of <= 0 ? 0 : (int) Math.min(WIDTH, done * WIDTH / of);
      out.print(
          "\r\u001b[2K  %s [%s%s] %s"
              .formatted(padded(title), "#".repeat(filled), "·".repeat(WIDTH - filled), note));
      out.flush();
    }
  }

  private static String padded(String title) {
    return title + " ".repeat(Math.max(1, TITLE - title.length()));
  }
}
