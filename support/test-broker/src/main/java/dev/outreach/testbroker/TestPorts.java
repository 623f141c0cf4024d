package dev.outreach.testbroker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicLong;

/** Ports for servers that must know their port before they listen on it. */
public final class TestPorts {

  // Below what operating systems give to outgoing connections, which take a port any moment.
  private static final int LOWEST = 10_000;
  private static final int HIGHEST = 32_000;

  // Processes that run at the same time begin far from each other; none takes a port twice.
  private static final int APART = 131;
  private static final AtomicLong NEXT = new AtomicLong(ProcessHandle.current().pid() * APART);

  private TestPorts() {}

  /** A port of 127.0.0.1 nobody listens on, another one each time. Thread-safe. */
  public static int free() throws IOException {
    int port;
    do {
      port = LOWEST + (int) (NEXT.getAndIncrement() % (HIGHEST - LOWEST));
    } while (!isFree(port));
    return port;
  }

  private static boolean isFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (BindException _) {
      return false;
    }
  }
}
