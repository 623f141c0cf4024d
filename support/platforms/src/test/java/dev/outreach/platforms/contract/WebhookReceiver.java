package dev.outreach.platforms.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server that keeps the webhooks it gets. */
public final class WebhookReceiver implements AutoCloseable {

  private final Queue<Received> received = new ConcurrentLinkedQueue<>();
  private final AtomicInteger toRefuse = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final HttpServer server;

  public WebhookReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhook");
  }

  /** Answers the next webhooks with 500. */
  public void refuseNext(int count) {
    toRefuse.set(count);
  }

  public int refused() {
    return refused.get();
  }

  public boolean hasNext() {
    return !received.isEmpty();
  }

  public Received next() {
    return received.remove();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (toRefuse.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      refused.incrementAndGet();
      exchange.sendResponseHeaders(500, -1);
      return;
    }
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    received.add(new Received(body, headers));
    exchange.sendResponseHeaders(200, -1);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** A webhook as it came over the wire. */
  public static final class Received {

    private final byte[] body;
    private final Map<String, String> headers;

    Received(byte[] body, Map<String, String> headers) {
      this.body = body;
      this.headers = Map.copyOf(headers);
    }

    public byte[] body() {
      return body.clone();
    }

    public Map<String, String> headers() {
      return headers;
    }
  }
}
