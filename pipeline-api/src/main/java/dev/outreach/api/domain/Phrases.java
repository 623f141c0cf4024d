package dev.outreach.api.domain;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words by which opt-outs and automatic replies are known, in the languages of our users. */
final class Phrases {

  /** These mean "no more" only where nothing else is said: "stop by our shop" is no opt-out. */
  private static final Set<String> OPT_OUT_ALONE =
      Set.of(
          "stop",
          "stop please",
          "please stop",
          "stop it",
          "unsubscribe",
          "unsubscribe me",
          "remove me",
          "opt out",
          "optout",
          "no thanks",
          "no thank you",
          "not interested",
          "i am not interested",
          "im not interested",
          "abmelden",
          "abbestellen",
          "kein interesse",
          "nein danke",
          "arreter",
          "arretez",
          "desabonner",
          "pas interesse",
          "non merci",
          "baja",
          "no gracias",
          "no me interesa",
          "no grazie",
          "sair",
          "nao obrigado",
          "nao obrigada");

  /** These mean it wherever they stand. */
  private static final List<String> OPT_OUT_ANYWHERE =
      List.of(
          "stop messaging me",
          "stop writing me",
          "stop writing to me",
          "stop contacting me",
          "stop sending me",
          "do not contact me",
          "dont contact me",
          "do not message me",
          "dont message me",
          "do not write to me",
          "dont write to me",
          "leave me alone",
          "unsubscribe me",
          "remove me from",
          "take me off your list",
          "delete my data",
          "schreiben sie mir nicht",
          "kontaktieren sie mich nicht",
          "ne me contactez plus",
          "ne mecrivez plus",
          "no me contacte",
          "no me escriba");

  private static final List<String> AUTOMATIC =
      List.of(
          "out of office",
          "out of the office",
          "automatic reply",
          "automated reply",
          "automated response",
          "auto reply",
          "autoreply",
          "automatic response",
          "this is an automated message",
          "thanks for your message we will get back to you",
          "thank you for your message we will get back to you",
          "thank you for contacting us we will get back",
          "i am currently away",
          "im currently away",
          "i am on vacation until",
          "i am on leave until",
          "automatische antwort",
          "bin ich nicht im buro",
          "abwesenheitsnotiz",
          "reponse automatique",
          "absent du bureau",
          "respuesta automatica",
          "fuera de la oficina",
          "risposta automatica",
          "resposta automatica");

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’`´]");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Phrases() {}

  /** Lower case, without accents, apostrophes and punctuation, words apart by single spaces. */
  static String plain(String text) {
    String letters = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    String joined = APOSTROPHES.matcher(ACCENTS.matcher(letters).replaceAll("")).replaceAll("");
    return NO_WORD.matcher(joined).replaceAll(" ").strip();
  }

  static boolean isOptOut(String plain) {
    return OPT_OUT_ALONE.contains(plain)
        || OPT_OUT_ANYWHERE.stream().anyMatch(phrase -> holds(plain, phrase));
  }

  static boolean isAutomatic(String plain) {
    return AUTOMATIC.stream().anyMatch(phrase -> holds(plain, phrase));
  }

  private static boolean holds(String plain, String phrase) {
    return (" " + plain + " ").contains(" " + phrase + " ");
  }
}
