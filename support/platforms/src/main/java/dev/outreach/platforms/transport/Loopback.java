package dev.outreach.platforms.transport;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells addresses on this very machine, where the sandbox is, from all others. Asks no DNS. */
public final class Loopback {

  private static final Pattern HOST =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0(:0){6}:1)]");

  private Loopback() {}

  /** Whether what is sent to the address stays on this machine. */
  public static boolean isHostOf(URI address) {
    String host = address.getHost();
    return host != null && HOST.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }
}
