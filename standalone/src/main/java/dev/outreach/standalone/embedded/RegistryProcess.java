package dev.outreach.standalone.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Entry of the registry's child process: the server's own entry, and a watch on standard input.
 *
 * <p>Nothing is ever written there. It ends when the parent ends, however that comes about, and
 * then so does the child: what it has acknowledged is on disk.
 */
final class RegistryProcess {

  static final String SERVER_ENTRY = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

  private RegistryProcess() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread.ofPlatform().name("parent-watch").daemon().start(() -> endWith(System.in));
    Class.forName(SERVER_ENTRY).getMethod("main", String[].class).invoke(null, (Object) arguments);
  }

  private static void endWith(InputStream parent) {
    try {
      parent.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }
}
