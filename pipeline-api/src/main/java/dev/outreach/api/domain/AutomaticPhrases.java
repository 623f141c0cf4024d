package dev.outreach.api.domain;

import java.util.List;

/** How robots answer for people who are away; plain, as {@link Phrases#plain} makes it. */
final class AutomaticPhrases {

  /** None of them says what only a person at the keyboard would. */
  static final List<String> ANYWHERE =
      List.of(
          // English
          "out of office",
          "out of the office",
          "automatic reply",
          "automated reply",
          "automated response",
          "automated message",
          "automatically generated",
          "auto reply",
          "autoreply",
          "auto response",
          "automatic response",
          "away message",
          "thanks for your message we will get back to you",
          "thank you for your message we will get back to you",
          "thanks for contacting us we will get back",
          "thank you for contacting us we will get back",
          "thanks for reaching out we will get back",
          "thank you for reaching out we will get back",
          "we have received your message",
          "weve received your message",
          "i am currently away",
          "im currently away",
          "i am on vacation until",
          "im on vacation until",
          "i am on leave until",
          "i am on annual leave",
          "im on annual leave",
          "on parental leave",
          "on maternity leave",
          "outside of our business hours",
          "outside our business hours",
          "limited access to email",
          // German
          "automatische antwort",
          "automatisch generierte",
          "automatisch erstellt",
          "bin ich nicht im buro",
          "nicht im buro",
          "abwesenheitsnotiz",
          "ich bin abwesend",
          "bin ich abwesend",
          "bis einschliesslich abwesend",
          "bin im urlaub bis",
          "ausserhalb unserer geschaftszeiten",
          "wir haben deine nachricht erhalten",
          "wir haben ihre nachricht erhalten",
          // French
          "reponse automatique",
          "message automatique",
          "absent du bureau",
          "absente du bureau",
          "en conge jusquau",
          "nous avons bien recu votre message",
          "en dehors de nos horaires",
          // Spanish
          "respuesta automatica",
          "mensaje automatico",
          "fuera de la oficina",
          "estoy de vacaciones hasta",
          "hemos recibido tu mensaje",
          "hemos recibido su mensaje",
          "fuera de nuestro horario",
          // Italian
          "risposta automatica",
          "messaggio automatico",
          "fuori ufficio",
          "sono in ferie fino",
          "abbiamo ricevuto il tuo messaggio",
          // Portuguese
          "resposta automatica",
          "mensagem automatica",
          "fora do escritorio",
          "estou de ferias ate",
          "recebemos sua mensagem",
          "recebemos a sua mensagem",
          // Dutch
          "automatisch antwoord",
          "automatisch bericht",
          "niet op kantoor",
          "afwezigheidsbericht",
          "wij hebben je bericht ontvangen",
          // Swedish, Norwegian, Danish
          "autosvar",
          "automatiskt svar",
          "automatisk svar",
          "franvaromeddelande",
          "fravaersmelding",
          "ikke pa kontoret",
          // Polish
          "odpowiedz automatyczna",
          "automatyczna odpowiedz",
          "jestem poza biurem",
          // Turkish
          "otomatik yanit",
          "otomatik cevap",
          "ofis disindayim");

  private AutomaticPhrases() {}
}
