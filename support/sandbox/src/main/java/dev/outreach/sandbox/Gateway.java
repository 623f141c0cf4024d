package dev.outreach.sandbox;

import dev.outreach.sandbox.faults.FaultKind;
import dev.outreach.sandbox.faults.FaultPlan;
import dev.outreach.sandbox.faults.FaultRule;
import dev.outreach.sandbox.ledger.RequestLog;
import dev.outreach.sandbox.wire.Call;
import dev.outreach.sandbox.wire.Pause;
import dev.outreach.sandbox.wire.Refusal;
import dev.outreach.sandbox.wire.Reply;
import dev.outreach.sandbox.wire.Simulator;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads HTTP requests to the simulators and lets the ordered faults happen on the way. */
final class Gateway {

  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

  private final List<Simulator> simulators;
  private final FaultPlan faults;
  private final RequestLog requests;
  private final Clock clock;

  Gateway(List<Simulator> simulators, FaultPlan faults, RequestLog requests, Clock clock) {
    this.simulators = simulators;
    this.faults = faults;
    this.requests = requests;
    this.clock = clock;
  }

  void addTo(RoutesConfig routes) {
    for (Simulator simulator : simulators) {
      String path = "/" + simulator.platform() + "/<path>";
      Handler handler = context -> handle(simulator, context);
      routes.get(path, handler).post(path, handler).delete(path, handler);
    }
    routes.exception(EofException.class, (_, _) -> LOG.debug("a request ended before its body"));
  }

  private void handle(Simulator simulator, Context context) {
    Call call = CallReader.read(context, simulator.platform());
    String operation = simulator.operation(call);
    Optional<FaultRule> fault = faults.take(simulator.platform(), operation);
    Optional<Reply> reply =
        fault
            .map(rule -> withFault(simulator, call, rule))
            .orElseGet(() -> Optional.of(simulator.answer(call)));
    requests.add(
        new RequestLog.Seen(
            clock.millis(),
            simulator.platform(),
            operation,
            reply.map(answer -> Integer.toString(answer.status())).orElse("cut"),
            fault.map(rule -> rule.kind().label()).orElse("none")));
    reply.ifPresentOrElse(answer -> write(context, answer), () -> cut(context));
  }

  /** The reply the fault leaves over; empty where the connection is to be closed. */
  private static Optional<Reply> withFault(Simulator simulator, Call call, FaultRule rule) {
    return switch (rule.kind()) {
      case RATE_LIMITED -> Optional.of(simulator.refuse(Refusal.RATE_LIMITED));
      case SERVER_ERROR -> Optional.of(simulator.refuse(Refusal.SERVER_ERROR));
      case TOKEN_EXPIRED -> Optional.of(simulator.refuse(Refusal.TOKEN_EXPIRED));
      case CUT -> Optional.empty();
      case SLOW -> {
        Pause.of(rule.delay());
        yield Optional.of(simulator.answer(call));
      }
      case CUT_AFTER_ACCEPT, GARBAGE, TIMEOUT_AFTER_ACCEPT, ERROR_AFTER_ACCEPT ->
          spoiled(simulator.answer(call), simulator, rule);
    };
  }

  /** Spoils the answer to something that was carried out; a refusal stays what it is. */
  private static Optional<Reply> spoiled(Reply answer, Simulator simulator, FaultRule rule) {
    if (answer.status() >= 400) {
      return Optional.of(answer);
    }
    if (rule.kind() == FaultKind.GARBAGE) {
      return Optional.of(Reply.text(200, "text/html", "<html>upstream connect error</html>"));
    }
    if (rule.kind() == FaultKind.ERROR_AFTER_ACCEPT) {
      return Optional.of(simulator.refuse(Refusal.ERROR_AFTER_ACCEPT));
    }
    if (rule.kind() == FaultKind.TIMEOUT_AFTER_ACCEPT) {
      Pause.of(rule.delay());
    }
    return Optional.empty();
  }

  private static void write(Context context, Reply reply) {
    reply.headers().forEach(context::header);
    context.status(reply.status()).contentType(reply.contentType()).result(reply.body());
  }

  private static void cut(Context context) {
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
