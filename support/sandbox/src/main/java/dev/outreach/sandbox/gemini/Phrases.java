package dev.outreach.sandbox.gemini;

import java.util.List;

/** The sentences that drafts are put together from; {@code %s} is the name or the fact. */
record Phrases(
    List<String> greetings,
    List<String> observations,
    List<String> bridges,
    List<String> asks,
    List<String> endings) {

  static final Phrases ENGLISH_FIRST =
      new Phrases(
          List.of(
              "Hi %s,",
              "Hello %s,", "Hey %s,", "Good to find you here, %s.", "%s, hello!", "Hi there %s,"),
          List.of(
              "your page caught my eye: %s.",
              "I keep coming back to what you share about %s.",
              "the way you present %s feels honest and well made.",
              "somebody in our team pointed me to you because of %s.",
              "we were looking for people who care about %s and yours stood out.",
              "%s is exactly what we hoped to see more of.",
              "I spent part of the morning reading about %s on your side."),
          List.of(
              "We put together small collaborations with people who do this with care.",
              "Our team is preparing a series of portraits and you came to mind first.",
              "There is an idea on our table that may suit how you already work.",
              "Right now we choose a handful of partners for the coming season.",
              "What we plan is modest in size, fair in its terms and easy to leave.",
              "We would rather ask one person who fits than a hundred who do not."),
          List.of(
              "Would you be open to hearing more?",
              "May I tell you in two sentences what it is about?",
              "Could this be interesting for you at the moment?",
              "Is this something you take on, or rather not?",
              "Shall I send the details over here?",
              "Do you have room for something like that this month?"),
          List.of(
              "No hurry at all.",
              "If not, just say so and I will leave it there.",
              "Either way, keep up the lovely work.",
              "A short yes or no is plenty.",
              "Thank you for reading this far."));

  static final Phrases ENGLISH_FOLLOW_UP =
      new Phrases(
          List.of("Hi %s,", "Hello again %s,", "%s, a short note:", "Hey %s,"),
          List.of(
              "I wrote to you a few days ago about %s.",
              "my earlier message on %s may have drowned in the inbox.",
              "I still think of %s when we talk about our plans.",
              "coming back once more because of %s."),
          List.of(
              "We are settling the plan this week and one place is still free.",
              "Since then the idea has become more concrete, which makes it easier to judge.",
              "The offer stands as it was, without any strings.",
              "Nothing has changed on our side except that we can now name dates."),
          List.of(
              "Is it worth a closer look for you?",
              "Should I keep the place for you or pass it on?",
              "Would a short outline help you decide?",
              "May I count on a quick answer, whichever way it goes?"),
          List.of(
              "This is the last time I ask.",
              "If now is a bad time, tell me and I will stop.",
              "Thanks either way.",
              "All the best until then."));

  static final Phrases GERMAN_FIRST =
      new Phrases(
          List.of("Hallo %s,", "Guten Tag %s,", "Hi %s,", "Liebe Grüße an dich, %s!"),
          List.of(
              "dein Profil ist mir aufgefallen: %s.",
              "ich lese gern, was du über %s teilst.",
              "wegen %s wurden wir im Team auf dich aufmerksam.",
              "%s ist genau das, wovon wir gern mehr sehen würden."),
          List.of(
              "Wir planen kleine Kooperationen mit Menschen, die ihre Sache ernst nehmen.",
              "Bei uns liegt eine Idee auf dem Tisch, die zu deiner Arbeit passen könnte.",
              "Gerade suchen wir wenige Partner für die kommende Saison.",
              "Es geht um etwas Überschaubares mit fairen Bedingungen."),
          List.of(
              "Darf ich dir kurz mehr erzählen?",
              "Wäre das im Moment etwas für dich?",
              "Soll ich dir die Einzelheiten hier schicken?",
              "Hast du in diesem Monat Platz dafür?"),
          List.of(
              "Es eilt nicht.",
              "Wenn nicht, sag einfach Bescheid.",
              "Ein kurzes Ja oder Nein genügt.",
              "Danke fürs Lesen."));

  static final Phrases GERMAN_FOLLOW_UP =
      new Phrases(
          List.of("Hallo %s,", "Hi %s,", "%s, noch einmal kurz:"),
          List.of(
              "vor ein paar Tagen schrieb ich dir wegen %s.",
              "meine Nachricht zu %s ging vielleicht unter.",
              "ich denke bei unserer Planung noch immer an %s."),
          List.of(
              "Wir legen den Plan in dieser Woche fest, ein Platz ist noch frei.",
              "Inzwischen ist die Idee greifbarer geworden.",
              "Das Angebot gilt unverändert."),
          List.of(
              "Ist das einen zweiten Blick wert?",
              "Soll ich den Platz für dich freihalten?",
              "Hilft dir eine kurze Übersicht bei der Entscheidung?"),
          List.of(
              "Danach frage ich nicht mehr nach.",
              "Passt es gerade nicht, höre ich auf.",
              "Danke in jedem Fall."));

  static Phrases of(String language, boolean followUp) {
    if (language.equals("de")) {
      return followUp ? GERMAN_FOLLOW_UP : GERMAN_FIRST;
    }
    return followUp ? ENGLISH_FOLLOW_UP : ENGLISH_FIRST;
  }
}
