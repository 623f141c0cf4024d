package dev.outreach.standalone.embedded;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A broker that was killed is still taken for the leader of everything when it starts again. It
 * goes on with the transactions that were being ended, cannot be reached yet, is given up by the
 * controller while it tries, and then takes their partitions for deleted ones: nobody ends those
 * transactions any more, and whoever reads only what is committed waits for ever. So the controller
 * gives it up first, alone, and it starts as one that leads nothing yet.
 *
 * <p>Apache Kafka's own flaw, in 4.3.1 and 4.4.0 at least: KAFKA-20734.
 */
final class DeadBroker {

  private static final Logger LOG = LoggerFactory.getLogger(DeadBroker.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
  private static final String GIVEN_UP =
      "kafka.controller:type=KafkaController,name=FencedBrokerCount";

  private DeadBroker() {}

  /** Lets the controller give up the broker of a directory; where none ever lived nothing waits. */
  static void giveUp(Path directory, int controllerPort) throws InterruptedException {
    var settings = BrokerSettings.ofController(directory, controllerPort);
    var controller = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    try {
      controller.startup();
      long begun = System.nanoTime();
      while (!isGivenUp() && System.nanoTime() - begun < PATIENCE.toNanos()) {
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
      if (!isGivenUp()) {
        LOG.warn("No broker was given up; if profile-processor never gets ready, see ADR 18");
      }
    } finally {
      controller.shutdown();
      controller.awaitShutdown();
    }
  }

  private static boolean isGivenUp() {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    try {
      ObjectName name = new ObjectName(GIVEN_UP);
      return beans.isRegistered(name)
          && ((Number) beans.getAttribute(name, "Value")).intValue() > 0;
    } catch (JMException unknown) {
      throw new IllegalStateException(unknown);
    }
  }
}
