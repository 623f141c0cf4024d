package dev.outreach.standalone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outreach.sending.domain.State;
import dev.outreach.sending.ledger.AuditView;
import dev.outreach.standalone.client.JsonClient;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerCheckTest {

  private final LedgerCheck.Witness witness =
      new LedgerCheck.Witness(
          JsonClient.ofSandbox("http://127.0.0.1:1"), Set.of("instagram", "unipile", "gemini"));

  @Test
  void shouldAskTheSandboxOnlyForWhatWentThere() {
    assertThat(witness.saw(message("INSTAGRAM", "OFFICIAL_API"))).isTrue();
    assertThat(witness.saw(message("FACEBOOK", "OFFICIAL_API"))).isFalse();
    assertThat(witness.saw(message("LINKEDIN", "THIRD_PARTY"))).isTrue();
    assertThat(witness.saw(message("LINKEDIN", "OFFICIAL_API"))).isFalse();
    assertThat(witness.unseen()).containsExactly("facebook", "linkedin", "tiktok");
  }

  private static AuditView.Message message(String platform, String route) {
    return new AuditView.Message(
        "message",
        State.SENT,
        1,
        false,
        platform,
        Optional.of(route),
        Optional.of("platform-id"),
        "recipient",
        "hash",
        "fingerprint",
        true);
  }
}
