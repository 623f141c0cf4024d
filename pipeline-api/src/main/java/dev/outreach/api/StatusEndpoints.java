package dev.outreach.api;

import dev.outreach.api.http.Json;
import dev.outreach.api.http.QueryFields;
import dev.outreach.api.live.StatusFeed;
import dev.outreach.api.status.StatusView;
import dev.outreach.readmodel.PipelineStatusQuery;
import dev.outreach.readmodel.ReadModelException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The status, once or as a stream. */
final class StatusEndpoints {

  private static final Logger log = LoggerFactory.getLogger(StatusEndpoints.class);
  private static final byte[] EVENT = "event: status\ndata: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

  private final PipelineStatusQuery query;
  private final Clock clock;
  private final PastAnswers past;
  private final StatusFeed feed = new StatusFeed(this::status);

  StatusEndpoints(PipelineStatusQuery query, PastAnswers past, Clock clock) {
    this.query = query;
    this.past = past;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.guarded(HandlerType.GET, "/api/social/pipeline/status", this::get),
        Route.guarded(HandlerType.GET, "/api/social/pipeline/stream", this::stream));
  }

  StatusFeed feed() {
    return feed;
  }

  private String status(String workspace) {
    return Json.text(StatusView.of(workspace, query.of(workspace), clock.instant()));
  }

  private void get(Context context) {
    QueryFields fields = Exchange.query(context);
    String workspace = fields.workspace();
    Optional<Instant> at = fields.pastTime("at", clock.instant());
    fields.finish();
    context
        .contentType("application/json")
        .result(
            at.map(time -> Json.text(past.status(workspace, time)))
                .orElseGet(() -> status(workspace)));
  }

  /** Stays until the caller hangs up; the thread is a virtual one, so waiting costs nothing. */
  private void stream(Context context) throws IOException {
    String workspace = workspaceOf(context);
    HttpServletResponse response = context.res();
    try {
      feed.follow(workspace, status -> write(response, status));
    } catch (IOException gone) {
      log.debug("a listener hung up ({})", gone.getClass().getSimpleName());
    } catch (ReadModelException failure) {
      if (!response.isCommitted()) {
        throw failure;
      }
      // The caller sees the end of the stream, comes again and is told what is wrong.
      log.warn("A stream of statuses ends ({})", failure.getMessage());
    }
  }

  private static void write(HttpServletResponse response, String status) throws IOException {
    if (!response.isCommitted()) {
      response.setContentType("text/event-stream");
      response.setHeader("Cache-Control", "no-store, no-transform");
      response.setHeader("X-Accel-Buffering", "no");
    }
    OutputStream out = response.getOutputStream();
    out.write(EVENT);
    out.write(status.getBytes(StandardCharsets.UTF_8));
    out.write(END);
    out.flush();
  }

  private static String workspaceOf(Context context) {
    QueryFields query = Exchange.query(context);
    String workspace = query.workspace();
    query.finish();
    return workspace;
  }
}
