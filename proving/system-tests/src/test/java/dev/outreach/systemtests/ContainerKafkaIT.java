package dev.outreach.systemtests;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.kafka.KafkaContainer;

/** The contract, kept by the broker image that docker-compose.yml names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(DockerCondition.class)
class ContainerKafkaIT extends KafkaContract {

  private final KafkaContainer broker = new KafkaContainer("apache/kafka:4.3.1");

  @BeforeAll
  void start() {
    broker.start();
  }

  @AfterAll
  void stop() {
    broker.stop();
  }

  @Override
  String bootstrapServers() {
    return broker.getBootstrapServers();
  }
}
