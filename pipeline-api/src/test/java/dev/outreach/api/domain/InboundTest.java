package dev.outreach.api.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        " stop! ",
        "Unsubscribe.",
        "No, thanks",
        "I’m not interested.",
        "Hi! Please don't contact me again",
        "stop messaging me or I report you",
        "Arrêter",
        "Kein Interesse",
        "Bitte schreiben Sie mir nicht mehr!",
        "Löschen Sie meine Daten.",
        "NON MERCI",
        "Ne m'écrivez plus, svp",
        "No me interesa",
        "Non contattatemi più",
        "Não, obrigada!",
        "Geen interesse",
        "Nej tack",
        "Nie, dziękuję",
        "İlgilenmiyorum"
      })
  void shouldKnowAnOptOut(String text) {
    assertThat(Inbound.ofPerson(Optional.of(text))).isEqualTo(Inbound.OPT_OUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am out of office until Monday.",
        "AUTO-REPLY: thanks!",
        "Automatische Antwort: bin im Urlaub",
        "Réponse automatique",
        "Ich bin bis 3. Mai nicht im Büro",
        "Estoy de vacaciones hasta el lunes",
        "Mensagem automática: recebemos a sua mensagem",
        "Sono fuori ufficio",
        "Automatisch antwoord",
        "Odpowiedź automatyczna",
        "Jeg er ikke på kontoret"
      })
  void shouldKnowAnAutomaticReply(String text) {
    assertThat(Inbound.ofPerson(Optional.of(text))).isEqualTo(Inbound.AUTOMATIC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sure, stop by our shop any time",
        "I can't stop smiling, tell me more",
        "No thanks needed, happy to help!",
        "Our office moved out of town",
        "Bin gerade unterwegs, klingt aber gut!",
        "Non merci de me rappeler demain",
        "¿Puedes parar un momento?",
        "Basta dire sì",
        "?"
      })
  void shouldTakeEverythingElseForAReply(String text) {
    assertThat(Inbound.ofPerson(Optional.of(text))).isEqualTo(Inbound.REPLY);
  }

  @Test
  void shouldTakeAPictureForAReply() {
    assertThat(Inbound.ofPerson(Optional.empty())).isEqualTo(Inbound.REPLY);
  }
}
