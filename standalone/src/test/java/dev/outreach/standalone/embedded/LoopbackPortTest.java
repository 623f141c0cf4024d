package dev.outreach.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackPortTest {

  @Test
  void shouldNamePortAndVariableWhenTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral(LoopbackPort.HOST))) {
      var port = new LoopbackPort(taken.getLocalPort(), "OUTREACH_KAFKA_PORT");

      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(() -> port.claim("Kafka"))
          .withMessageContaining("Kafka cannot listen on 127.0.0.1:" + taken.getLocalPort())
          .withMessageContaining("choose another with OUTREACH_KAFKA_PORT")
          .extracting(failure -> failure.reason().exitCode())
          .isEqualTo(11);
    }
  }

  @Test
  void shouldFindFreePortForZero() throws StartFailure {
    assertThat(new LoopbackPort(0, "OUTREACH_KAFKA_PORT").claim("Kafka")).isPositive();
  }

  @Test
  void shouldRefuseNumberThatIsNoPort() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmbeddedPorts.of(8081, 70_000, 5433))
        .withMessageContaining("OUTREACH_KAFKA_PORT is 70000");
  }
}
