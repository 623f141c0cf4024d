package dev.outreach.systemtests;

import dev.outreach.standalone.stack.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ports nobody listens on, all different. */
final class FreePorts {

  private FreePorts() {}

  static Ports five() throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return new Ports(port(held, 0), port(held, 1), port(held, 2), port(held, 3), port(held, 4));
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  /** The same as the environment of a process. */
  static Map<String, String> asEnvironment(Ports ports) {
    return Map.of(
        "OUTREACH_HTTP_PORT", Integer.toString(ports.http()),
        "OUTREACH_REGISTRY_PORT", Integer.toString(ports.registry()),
        "OUTREACH_KAFKA_PORT", Integer.toString(ports.kafka()),
        "OUTREACH_POSTGRES_PORT", Integer.toString(ports.postgres()),
        "OUTREACH_SANDBOX_PORT", Integer.toString(ports.sandbox()));
  }

  private static int port(List<ServerSocket> held, int index) {
    return held.get(index).getLocalPort();
  }
}
