package dev.outreach.sending;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stands before a server of this machine and cuts the first connection that says some words. */
final class CuttingProxy implements AutoCloseable {

  private static final int CHUNK = 8192;

  private final ServerSocket entrance;
  private final int server;
  private final String words;
  private final AtomicBoolean hasCut = new AtomicBoolean();

  CuttingProxy(int server, String words) throws IOException {
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.server = server;
    this.words = words;
    Thread.ofVirtual().start(this::admit);
  }

  int port() {
    return entrance.getLocalPort();
  }

  boolean hasCut() {
    return hasCut.get();
  }

  private void admit() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
        Thread.ofVirtual().start(() -> pass(client, upstream, true));
        Thread.ofVirtual().start(() -> pass(upstream, client, false));
      } catch (IOException _) {
        return; // closed
      }
    }
  }

  private void pass(Socket from, Socket to, boolean isFromClient) {
    byte[] chunk = new byte[CHUNK];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
        String said = new String(chunk, 0, length, StandardCharsets.ISO_8859_1);
        if (isFromClient
            && said.toUpperCase(Locale.ROOT).contains(words)
            && hasCut.compareAndSet(false, true)) {
          return;
        }
        out.write(chunk, 0, length);
      }
    } catch (IOException _) {
      return; // the other direction closed both
    }
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
