package dev.outreach.api;

import dev.outreach.api.commands.CommandDesk;
import dev.outreach.api.http.BodyFields;
import dev.outreach.api.http.Problem;
import dev.outreach.api.http.QueryFields;
import dev.outreach.readmodel.JobCursor;
import dev.outreach.readmodel.JobFilter;
import dev.outreach.readmodel.JobList;
import dev.outreach.readmodel.JobPage;
import dev.outreach.readmodel.JobPageRow;
import dev.outreach.readmodel.JobRow;
import dev.outreach.schemas.CancelJob;
import dev.outreach.schemas.PauseJob;
import dev.outreach.schemas.Platform;
import dev.outreach.schemas.ResumeJob;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Discovery jobs: what became of each, and stopping them. */
final class JobEndpoints {

  private static final int MOST = 200;
  private static final int USUAL = 50;
  private static final int LONGEST_CURSOR = 1_300;
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_REASON = 500;
  private static final int PAGES = 100;
  private static final String ONE = "/api/social/pipeline/jobs/{id}";
  private static final List<String> STATUSES =
      List.of("running", "waiting", "paused", "completed", "failed", "cancelled");
  private static final List<String> SOURCES = List.of("topic", "table", "http", "file");

  private final JobList jobs;
  private final CommandDesk desk;
  private final CommandFactory commands;
  private final Clock clock;

  JobEndpoints(DataSource readModel, CommandDesk desk, CommandFactory commands, Clock clock) {
    this.jobs = new JobList(readModel);
    this.desk = desk;
    this.commands = commands;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.guarded(HandlerType.GET, "/api/social/jobs", this::list),
        Route.guarded(HandlerType.GET, ONE, this::show),
        Route.guarded(
            HandlerType.POST,
            ONE + "/pause",
            context -> order(context, reason -> new PauseJob(reason.orElse(null)))),
        Route.guarded(HandlerType.POST, ONE + "/resume", this::resume),
        Route.guarded(
            HandlerType.POST,
            ONE + "/cancel",
            context -> order(context, reason -> new CancelJob(reason.orElse(null)))));
  }

  /** {@code JobPage} of the contract. */
  private record PageView(List<JobRow> items, @Nullable String next) {}

  /** {@code JobDetail} of the contract. */
  private record Detail(JobRow job, List<JobPageRow> pages) {}

  /** {@code JobOrdered} of the contract. */
  private record Ordered(String commandId, String jobId, String status) {}

  private void list(Context context) {
    QueryFields query = Exchange.query(context);
    JobFilter filter =
        new JobFilter(
            query.workspace(),
            query.word("platform", platforms()).orElse(null),
            query.word("status", STATUSES).map(Set::of).orElseGet(Set::of),
            query.word("source", SOURCES).orElse(null),
            query.pastTime("since", clock.instant()).orElse(null));
    @Nullable JobCursor after = cursor(query);
    int limit = query.integer("limit", USUAL, 1, MOST);
    query.finish();
    JobPage page = jobs.page(filter, after, limit);
    JobCursor next = page.next();
    Exchange.answer(context, 200, new PageView(page.rows(), next == null ? null : next.text()));
  }

  private void show(Context context) {
    QueryFields query = Exchange.query(context);
    String workspace = query.workspace();
    query.finish();
    JobRow job = known(workspace, context);
    Exchange.answer(context, 200, new Detail(job, jobs.pages(workspace, job.jobId(), PAGES)));
  }

  private void resume(Context context) {
    order(context, reason -> new ResumeJob(reason.orElse(null)));
  }

  /** The order holds from the next page on: what it became is told by the job's status. */
  private void order(Context context, Function<Optional<String>, SpecificRecord> wanted) {
    QueryFields query = Exchange.query(context);
    CommandFactory.Batch batch = commands.batch(context, query.workspace());
    query.finish();
    BodyFields body = Exchange.body(context);
    Optional<String> reason = body.optionalText("reason", LONGEST_REASON);
    body.finish();
    JobRow job = known(batch.workspace(), context);
    refuseWhatTakesNoOrders(job);
    var command = batch.jobCommand(job.jobId(), wanted.apply(reason));
    desk.order(command);
    Exchange.answer(context, 202, new Ordered(command.getId(), job.jobId(), job.status()));
  }

  private static void refuseWhatTakesNoOrders(JobRow job) {
    if (job.isOver()) {
      throw Problem.conflict(
              "JOB_OVER",
              "The job is " + job.status() + " already: request again under a new job id")
          .thrown();
    }
    if (job.source().equals("file")) {
      throw Problem.conflict(
              "JOB_IS_A_FILE",
              "A file is read by the command that imports it: stop that with Ctrl-C, and import"
                  + " the file again to go on")
          .thrown();
    }
  }

  private JobRow known(String workspace, Context context) {
    String id = context.pathParam("id");
    if (id.length() > LONGEST_ID || id.indexOf('\0') >= 0) {
      throw unknown();
    }
    return jobs.find(workspace, id).orElseThrow(JobEndpoints::unknown);
  }

  private static RuntimeException unknown() {
    return Problem.of(
            404,
            "UNKNOWN_JOB",
            "The workspace has no job of this id, or it waits behind another one and has not begun:"
                + " see /api/social/jobs")
        .thrown();
  }

  private static @Nullable JobCursor cursor(QueryFields query) {
    Optional<String> text = query.text("after", LONGEST_CURSOR);
    try {
      return text.map(JobCursor::parse).orElse(null);
    } catch (IllegalArgumentException _) {
      query.refuse("after", "is not the next of a page", "use next as the last answer showed it");
      return null;
    }
  }

  private static List<String> platforms() {
    return BodyFields.wordsOf(Platform.class).stream()
        .map(platform -> platform.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
