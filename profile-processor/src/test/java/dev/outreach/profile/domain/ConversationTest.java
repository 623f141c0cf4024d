package dev.outreach.profile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConversationTest {

  @Test
  void shouldRememberSoMuchThatARecordHoldsIt() {
    String words = "\uD83D\uDE00".repeat(4_000);
    Conversation conversation = Conversation.NONE;
    for (int message = 0; message < 60; message++) {
      conversation =
          conversation.hearing(
              new Inbound("m" + message, "x" + words, null, null, Instant.EPOCH, null));
    }

    assertThat(conversation.history())
        .hasSize(Conversation.REMEMBERED_MESSAGES)
        .allSatisfy(
            heard -> {
              assertThat(heard.text()).hasSize(Conversation.REMEMBERED_CHARACTERS - 1);
              assertThat(heard.text()).endsWith("\uD83D\uDE00");
            });
  }
}
