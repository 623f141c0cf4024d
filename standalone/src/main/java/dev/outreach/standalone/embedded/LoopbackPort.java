package dev.outreach.standalone.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * A TCP port of 127.0.0.1 that a server is going to listen on.
 *
 * @param number the port, or 0 for any that is free
 * @param variable the environment variable by which an operator changes it
 */
public record LoopbackPort(int number, String variable) {

  static final String HOST = "127.0.0.1";

  public LoopbackPort {
    if (number < 0 || number > 65_535) {
      throw new IllegalArgumentException(
          variable + " is " + number + ", not a port: use 1 to 65535, or 0 for any that is free.");
    }
  }

  /**
   * The number to listen on, which was free a moment ago.
   *
   * @param component who is going to listen, for the operator's eyes
   * @throws StartFailure where somebody else listens there
   */
  public int claim(String component) throws StartFailure {
    try (ServerSocket socket = new ServerSocket()) {
      // Connections of an earlier run that linger in TIME_WAIT do not make the port taken.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), number));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw StartFailure.portInUse(component, this, e);
    }
  }
}
