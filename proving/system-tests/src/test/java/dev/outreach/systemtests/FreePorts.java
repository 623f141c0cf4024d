package dev.outreach.systemtests;

import dev.outreach.standalone.stack.Ports;
import dev.outreach.testbroker.TestPorts;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ports nobody listens on, all different. */
final class FreePorts {

  private FreePorts() {}

  static Ports five() throws IOException {
    Set<Integer> distinct = new LinkedHashSet<>();
    while (distinct.size() < 5) {
      distinct.add(TestPorts.free());
    }
    List<Integer> ports = List.copyOf(distinct);
    return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
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
}
