package dev.outreach.api;

import dev.outreach.api.commands.NotPublished;
import dev.outreach.api.http.Problem;
import dev.outreach.api.http.ProblemException;
import dev.outreach.api.inbox.InboxUnavailable;
import dev.outreach.readmodel.ReadModelException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: routes, access, headers, and the one place where failures become answers. */
final class ApiServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ApiServer.class);
  private static final long STOP_WITHIN_MILLIS = 3_000;

  private final Javalin javalin;
  private final Token token;
  private final List<Route> routes;
  private final MeterRegistry meters;

  ApiServer(ApiConfig config, List<Route> routes, MeterRegistry meters) {
    this.token = new Token(config.adminToken());
    this.routes = List.copyOf(routes);
    this.meters = meters;
    this.javalin = Javalin.create(javalinConfig -> configure(javalinConfig, config));
  }

  void start() {
    javalin.start();
  }

  int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private void configure(JavalinConfig javalinConfig, ApiConfig config) {
    javalinConfig.concurrency.useVirtualThreads = true;
    javalinConfig.startup.showJavalinBanner = false;
    javalinConfig.startup.showOldJavalinVersionWarning = false;
    javalinConfig.startup.startupWatcherEnabled = false;
    javalinConfig.http.prefer405over404 = true;
    javalinConfig.http.maxRequestSize = Exchange.LARGEST_BODY;
    javalinConfig.jetty.host = config.host();
    javalinConfig.jetty.port = config.port();
    javalinConfig.jetty.modifyServer(
        server -> {
          server.setStopTimeout(STOP_WITHIN_MILLIS);
          server.setErrorHandler(new RefusedByServer());
        });
    javalinConfig.routes.before(SecurityHeaders::add);
    routes.forEach(route -> add(javalinConfig.routes, route));
    answerFailures(javalinConfig.routes);
  }

  private void add(RoutesConfig javalinRoutes, Route route) {
    Handler handler =
        switch (route.access()) {
          case OPEN -> route.handler();
          case TOKEN -> token.guard(route.handler());
        };
    javalinRoutes.addEndpoint(new Endpoint(route.method(), route.path(), timed(route, handler)));
  }

  private Handler timed(Route route, Handler handler) {
    Timer timer =
        Timer.builder("outreach.http.requests")
            .description("How long requests took")
            .tags("method", route.method().name(), "route", route.path())
            .register(meters);
    return context -> {
      long start = System.nanoTime();
      try {
        handler.handle(context);
      } finally {
        timer.record(Duration.ofNanos(System.nanoTime() - start));
      }
    };
  }

  private static void answerFailures(RoutesConfig javalinRoutes) {
    javalinRoutes.exception(
        ProblemException.class, (failure, context) -> Exchange.refuse(context, failure.problem()));
    javalinRoutes.exception(
        ReadModelException.class,
        (failure, context) -> Exchange.refuse(context, problemOf(failure)));
    javalinRoutes.exception(
        NotPublished.class,
        (failure, context) ->
            Exchange.refuse(
                context,
                Problem.unavailable("LOG_UNAVAILABLE", String.valueOf(failure.getMessage()))));
    javalinRoutes.exception(
        InboxUnavailable.class,
        (failure, context) ->
            Exchange.refuse(
                context,
                Problem.unavailable("INBOX_UNAVAILABLE", String.valueOf(failure.getMessage()))));
    javalinRoutes.exception(
        HttpResponseException.class,
        (failure, context) -> Exchange.refuse(context, problemOf(failure, context)));
    javalinRoutes.exception(
        UncheckedIOException.class,
        (_, context) ->
            Exchange.refuse(
                context, Problem.of(400, "BROKEN_OFF", "The body ended before its end")));
    javalinRoutes.exception(Exception.class, ApiServer::answerUnforeseen);
  }

  private static Problem problemOf(ReadModelException failure) {
    return switch (failure) {
      case ReadModelException.SchemaMissing missing ->
          Problem.unavailable("SCHEMA_MISSING", String.valueOf(missing.getMessage()));
      case ReadModelException.Unavailable down ->
          Problem.unavailable("READ_MODEL_UNAVAILABLE", String.valueOf(down.getMessage()));
    };
  }

  private static Problem problemOf(HttpResponseException failure, Context context) {
    return switch (failure.getStatus()) {
      case 404 -> Problem.notFound("There is nothing at this address, see /openapi.yaml");
      case 405 ->
          Problem.of(
              405,
              "METHOD_NOT_ALLOWED",
              "This address does not take " + context.method() + ", see /openapi.yaml");
      case 413 -> Problem.of(413, "TOO_LARGE", "The body is larger than 1 MiB: send less at once");
      default -> Problem.of(failure.getStatus(), "REFUSED", "The server refused the request");
    };
  }

  private static void answerUnforeseen(Exception failure, Context context) {
    log.error("An unforeseen failure at {}", context.endpoint().path, failure);
    Exchange.refuse(
        context, Problem.of(500, "INTERNAL", "Something is wrong on our side; the log says what"));
  }
}
