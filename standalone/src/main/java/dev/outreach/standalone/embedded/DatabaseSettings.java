package dev.outreach.standalone.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** The server settings of the embedded PostgreSQL, sized for a shared 2-core machine. */
final class DatabaseSettings {

  private static final long MEGABYTE = 1L << 20;
  private static final long LEAST_BUFFERS = 128;
  private static final long MOST_BUFFERS = 1024;

  private DatabaseSettings() {}

  static Map<String, String> server() {
    return server(
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
  }

  /** For a machine, or a container, with so many bytes of memory. */
  static Map<String, String> server(long memory) {
    return Map.ofEntries(
        Map.entry("listen_addresses", LoopbackPort.HOST),
        Map.entry("unix_socket_directories", ""),
        Map.entry("max_connections", "100"),
        Map.entry("shared_buffers", buffers(memory) + "MB"),
        // A rebuild writes a gigabyte of log in seconds: let it not checkpoint all the time.
        Map.entry("max_wal_size", "2GB"),
        Map.entry("checkpoint_timeout", "15min"),
        Map.entry("wal_buffers", "16MB"),
        // Whoever commits would write 16 MB of zeros now and then, and everybody wait for it.
        Map.entry("wal_init_zero", "off"),
        Map.entry("maintenance_work_mem", "128MB"),
        Map.entry("jit", "off"),
        // The library that starts the server is made for tests and turns both off.
        Map.entry("fsync", "on"),
        Map.entry("synchronous_commit", "on"),
        // Rows are captured by logical decoding; a reader that never comes back must not fill the
        // disk.
        Map.entry("wal_level", "logical"),
        Map.entry("max_slot_wal_keep_size", "1GB"),
        // Rows hold personal data: neither failing statements nor key values may reach the log.
        Map.entry("log_min_error_statement", "panic"),
        Map.entry("log_error_verbosity", "terse"),
        Map.entry("log_checkpoints", "off"));
  }

  /** PostgreSQL's manual recommends a quarter; what is never touched takes no memory. */
  private static long buffers(long memory) {
    return Math.clamp(memory / 4 / MEGABYTE, LEAST_BUFFERS, MOST_BUFFERS);
  }

  /** Sorting by code point, the same on every machine whatever its locale settings. */
  static Map<String, String> locale() {
    return Map.of("locale", "C", "locale-provider", "builtin", "builtin-locale", "C.UTF-8");
  }
}
